import type { HeaderField } from '@cors/core/browser-model'
import type { Expected } from '../case.js'
import type { RawResponse } from './raw-response.js'

/** What the judge needs to know besides the response. */
export interface Observed {
  readonly response: RawResponse
  /** How often handlers ran for this request; `undefined` where the subject cannot tell. */
  readonly handlerRuns: number | undefined
}

const quote = (text: string): string => JSON.stringify(text)

const isCorsName = ([name]: HeaderField): boolean => name.toLowerCase().startsWith('access-control-')

const valuesOf = (headers: readonly HeaderField[], name: string): readonly string[] =>
  headers.filter(([other]) => other.toLowerCase() === name).map(([, value]) => value)

/** Each value exactly, once, and nothing more. */
const judgeHeaders = (expected: Expected['headers'], headers: readonly HeaderField[]): readonly string[] => {
  const sent = headers.filter(isCorsName).map(([name]) => name.toLowerCase())
  return [...new Set([...Object.keys(expected), ...sent])].flatMap((name) => {
    const values = valuesOf(headers, name)
    const wanted = expected[name]
    if (wanted === undefined) return [`${name}: expected none, got ${values.map(quote).join(' and ')}`]
    if (values.length === 0) return [`${name}: expected ${quote(wanted)}, got none`]
    if (values.length > 1) return [`${name}: expected once, got ${values.map(quote).join(' and ')}`]
    return values[0] === wanted ? [] : [`${name}: expected ${quote(wanted)}, got ${quote(values[0] ?? '')}`]
  })
}

const judgeVary = (
  { vary, mayVary = [] }: Expected,
  headers: readonly HeaderField[],
  frameworkVary: readonly string[],
): readonly string[] => {
  const members = valuesOf(headers, 'vary')
    .flatMap((line) => line.split(','))
    .map((member) => member.trim().toLowerCase())
    .filter((member) => member !== '')
  const wanted = vary.map((member) => member.toLowerCase())
  const welcome = [...wanted, ...mayVary, ...frameworkVary].map((member) => member.toLowerCase())
  const missing = wanted.filter((member) => !members.includes(member))
  const surplus = members.filter((member) => !welcome.includes(member))
  const repeated = members.filter((member, index) => members.indexOf(member) !== index)
  const got = `got ${members.length === 0 ? 'none' : quote(members.join(', '))}`
  return [
    ...missing.map((member) => `vary: expected ${member}, ${got}`),
    ...surplus.map((member) => `vary: did not expect ${member}, ${got}`),
    ...repeated.map((member) => `vary: expected ${member} once, ${got}`),
  ]
}

const judgeHandler = ({ handler }: Expected, { response, handlerRuns }: Observed): readonly string[] => {
  const runs = handler === 'not run' ? 0 : 1
  const mark = valuesOf(response.headers, 'x-handler').join(', ')
  const wantedMark = handler === 'ran' ? 'ran' : ''
  return [
    ...(handlerRuns === undefined || handlerRuns === runs
      ? []
      : [`handler: expected ${runs} run(s), got ${handlerRuns}`]),
    ...(mark === wantedMark ? [] : [`x-handler: expected ${quote(wantedMark)}, got ${quote(mark)}`]),
  ]
}

/** A body of the policy's own answers is none at all, and a 204 does not even announce one. */
const judgeBody = (
  { body, handler }: Expected,
  { status, headers, body: sent }: RawResponse,
): readonly string[] => [
  ...(body === undefined || body === sent ? [] : [`body: expected ${quote(body)}, got ${quote(sent)}`]),
  // https://www.rfc-editor.org/rfc/rfc9110#section-8.6
  ...(handler === 'not run' && status === 204 && valuesOf(headers, 'content-length').length > 0
    ? ['content-length: a 204 has none']
    : []),
]

/** Every difference between what a case expects and what came, in words; none if the case passes. */
export const judge = (
  expected: Expected,
  observed: Observed,
  frameworkVary: readonly string[],
): readonly string[] => {
  const { status, headers } = observed.response
  const statuses = typeof expected.status === 'number' ? [expected.status] : expected.status
  const names = headers.filter(isCorsName).map(([name]) => name)
  const { fieldNames = names } = expected
  return [
    ...(statuses.includes(status)
      ? []
      : [
          `status: expected ${statuses.length > 4 ? `${statuses[0]} to ${statuses.at(-1)}` : statuses.join(' or ')}, got ${status}`,
        ]),
    ...judgeHeaders(expected.headers, headers),
    ...(names.join() === fieldNames.join()
      ? []
      : [`field names: expected ${fieldNames.join(', ')}, got ${names.join(', ')}`]),
    ...judgeVary(expected, headers, frameworkVary),
    ...judgeHandler(expected, observed),
    ...judgeBody(expected, observed.response),
  ]
}
