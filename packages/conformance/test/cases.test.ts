import { describe, expect, it } from 'vitest'
import type { ConformanceCase } from '../src/index.js'
import { allCases, behaviours, cases, routes } from '../src/index.js'
import { planOf } from '../src/runner/plan.js'

const requestCases = allCases.filter((each) => each.set !== 'start-up')

it('every id is there once, and says what it is about', () => {
  const ids = allCases.map(({ id }) => id)
  expect(ids.filter((id) => !/^[a-z0-9-]+\/[a-z0-9-]+$/.test(id))).toEqual([])
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(allCases.filter(({ title }) => title.trim().length < 5)).toEqual([])
})

it('every case names a section of a standard, or the rule of the policy', () => {
  expect(allCases.filter(({ spec }) => !/^(https:\/\/[^ ]+#[^ ]+|policy: .+)$/.test(spec))).toEqual([])
})

it('no two cases ask the same', () => {
  for (const group of planOf({
    name: '',
    sets: ['policy', 'options', 'routes'],
    start: () => Promise.reject(),
  })) {
    const asked = group.cases.flatMap((each) =>
      'request' in each && each.expected.fieldNames === undefined ? [JSON.stringify(each.request)] : [],
    )
    expect(asked.filter((request, index) => asked.indexOf(request) !== index)).toEqual([])
  }
})

it('expected headers are CORS response headers in lower case', () => {
  const names = new Set(requestCases.flatMap(({ expected }) => Object.keys(expected.headers)))
  expect([...names].sort()).toEqual([
    'access-control-allow-credentials',
    'access-control-allow-headers',
    'access-control-allow-methods',
    'access-control-allow-origin',
    'access-control-expose-headers',
    'access-control-max-age',
  ])
})

it('header values hold one byte a character, and nothing that ends a line', () => {
  const odd = requestCases.filter(({ request }) =>
    request.headers.some(([, value]) => [...value].some((c) => c > '\xff' || '\0\r\n'.includes(c))),
  )
  expect(odd).toEqual([])
})

describe('the application', () => {
  it('has a route for every behaviour', () => {
    expect(
      Object.keys(behaviours).filter((name) => !routes.some(({ behaviour }) => behaviour === name)),
    ).toEqual([])
  })

  it('has every path that a case asks for, but the one that is missing on purpose', () => {
    const paths = cases.map(({ request }) => request.path.split('?')[0])
    const missing = paths.filter((path) => !routes.some((route) => route.path === path))
    expect([...new Set(missing)]).toEqual(['/missing'])
  })
})

/** The rows of the policy's table of answers, and every reason for a decision. */
describe('the cases of one policy cover', () => {
  const decisions = new Set(cases.map(({ decision }) => `${decision.kind} ${decision.reason}`))
  const answers = new Set(
    cases.map(
      ({ decision, expected }) =>
        `${decision.kind} ${decision.allowed} ${expected.vary.join('+') || 'constant'}`,
    ),
  )

  it('every kind of request with every reason', () => {
    const reasons = [
      'origin-any',
      'origin-exact',
      'origin-pattern',
      'origin-lookup',
      'origin-not-listed',
      'origin-opaque',
      'origin-malformed',
      'origin-insecure',
      'origin-lookup-failed',
    ]
    const all = [
      'non-cors no-origin',
      ...['actual', 'preflight'].flatMap((kind) => reasons.map((reason) => `${kind} ${reason}`)),
    ]
    expect(all.filter((each) => !decisions.has(each))).toEqual([])
  })

  it('every row of the table of answers', () => {
    const preflight = 'Origin+Access-Control-Request-Method'
    const rows = [
      'non-cors true constant',
      'actual true constant',
      'non-cors false Origin',
      'actual true Origin',
      'actual false Origin',
      'actual false *',
      `preflight true ${preflight}`,
      `preflight true ${preflight}+Access-Control-Request-Headers`,
      `preflight false ${preflight}`,
      'preflight false *',
    ]
    expect(rows.filter((row) => !answers.has(row))).toEqual([])
  })
})

const entry = ({ id, level, title, spec }: ConformanceCase): string => {
  const source = spec.startsWith('https:') ? `[${spec.replace(/^.*#/, '#')}](${spec})` : spec
  return `- \`${id}\` ${level}: ${title}. ${source}`.replaceAll('*', '\\*')
}

it('CASES.md lists them all', async () => {
  const sets = ['policy', 'options', 'routes', 'start-up'] as const
  const lists = sets.map((set) => {
    const own = allCases.filter((each) => each.set === set)
    return `## ${set}\n\n${own.length} cases.\n\n${own.map(entry).join('\n')}\n`
  })
  const intro =
    '# Conformance cases\n\nMade from the data by `vitest run test/cases.test.ts -u`; a test fails while it differs. Ids are stable.\n'
  await expect([intro, ...lists].join('\n')).toMatchFileSnapshot('../CASES.md')
})
