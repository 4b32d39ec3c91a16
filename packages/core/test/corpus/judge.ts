import type { CorsConfigError, CorsConfigIssue, CorsPolicy } from '../../src/index.js'
import type { ExpectedIssue, InvalidCase, ValidCase } from './case.js'

/** What a policy does with these configurations differs between builds: the test of the tests passes its own. */
export type CreatePolicy = (config: never) => CorsPolicy

const lineOf = (code: string, path: readonly (string | number)[]): string =>
  `${code} at ${path.join('.') || '-'}`

const isSuggested = ([, , expected]: ExpectedIssue, { suggestion }: CorsConfigIssue): boolean =>
  expected instanceof RegExp ? suggestion !== undefined && expected.test(suggestion) : suggestion === expected

/** `undefined` if the configuration is refused with exactly these issues; else what is different. */
export const judgeInvalid = (create: CreatePolicy, { config, issues }: InvalidCase): string | undefined => {
  let found: readonly CorsConfigIssue[]
  try {
    create(config as never)
    return 'was accepted'
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'CorsConfigError') return `threw ${String(error)}`
    found = (error as CorsConfigError).issues
  }
  const lines = found.map(({ code, path }) => lineOf(code, path))
  const expected = issues.map(([code, path]) => lineOf(code, path))
  if ([...lines].sort().join() !== [...expected].sort().join()) return `has ${lines.join(', ')}`
  for (const [index, line] of lines.entries()) {
    const issue = found[index] as CorsConfigIssue
    const wanted = issues[expected.indexOf(line)] as ExpectedIssue
    if (!isSuggested(wanted, issue)) return `suggests ${issue.suggestion} for ${line}`
  }
  return undefined
}

const ORIGINS = [
  ...[
    'https://app.example',
    'https://a.example',
    'https://b.a.example:8443',
    'http://localhost:3000',
    'https://x.com',
  ],
  ...['http://[::1]:5173', 'capacitor://localhost', 'https://foo.com', 'https://barfoo.com', 'null', ''],
]

/** `undefined` if the configuration is accepted, and its normalised form decides alike. */
export const judgeValid = async (
  create: CreatePolicy,
  { config }: ValidCase,
): Promise<string | undefined> => {
  try {
    const policy = create(config as never)
    const again = create(policy.config as never)
    if (JSON.stringify(again.config) !== JSON.stringify(policy.config))
      return 'is normalised to something else'
    const listed = [policy.config]
      .flat()
      .flatMap(({ origins }) => (origins === '*' ? [] : origins.slice(0, 9)))
    for (const origin of [...ORIGINS, ...listed.filter((origin) => typeof origin === 'string'), undefined]) {
      for (const method of ['GET', 'OPTIONS']) {
        const request = {
          method,
          origin: origin?.replace('*.', 'sub.').replace(':*', ':8080'),
          accessControlRequestMethod: 'PUT',
          accessControlRequestHeaders: 'x-a, authorization',
        }
        const [first, second] = [await policy.evaluate(request), await again.evaluate(request)]
        if (JSON.stringify(first) !== JSON.stringify(second)) return `decides otherwise about ${origin}`
        const isListed = origin !== undefined && !ORIGINS.includes(origin)
        if (isListed && !first.allowed) return `does not allow ${request.origin}`
      }
    }
    return undefined
  } catch (error) {
    return String(error)
  }
}
