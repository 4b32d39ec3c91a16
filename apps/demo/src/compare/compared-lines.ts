import type { RawResponse } from '@cors/conformance'
import type { ComparisonCase } from './comparison-case.js'

/** Those that a policy names; frameworks add others. */
const membersOfPolicies: readonly string[] = [
  '*',
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
]

/** Compared where the shop defines them: these say that a response is streamed, and of what kind. */
const otherHeaders: readonly string[] = ['content-type', 'transfer-encoding']

/**
 * What of a response must be the same everywhere, as lines: every CORS response header, value by value, the
 * members of `Vary` that a policy names, and whatever else the case has a line for.
 */
export const comparedLines = (
  { expected }: ComparisonCase,
  response: RawResponse,
  choosesPolicyByFunction: boolean,
): readonly string[] => {
  const isCompared = (name: string): boolean => expected.some((line) => line.startsWith(`${name}: `))
  const fields = response.headers.map(([name, value]) => [name.toLowerCase(), value] as const)
  const headers = fields.map(([name, value]) => `${name}: ${value}`)
  const others = fields.filter(([name]) => otherHeaders.includes(name) && isCompared(name))
  const vary = policyMembersOf(response)
  // The function is the application's own: the adapter cannot know that it does not look at `Origin`.
  if (choosesPolicyByFunction && !expected.includes('vary: origin') && !vary.delete('origin')) {
    vary.add('(no origin, though a function chose the policy)')
  }
  return [
    ...(isCompared('status') ? [`status: ${response.status}`] : []),
    ...others.map(([name, value]) => `${name}: ${value.split(';', 1)[0]}`).sort(),
    ...headers.filter((line) => line.startsWith('access-control-')).sort(),
    ...[...vary].sort().map((member) => `vary: ${member}`),
  ]
}

const policyMembersOf = ({ headers }: RawResponse): Set<string> => {
  const members = headers
    .filter(([name]) => name.toLowerCase() === 'vary')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map((member) => member.trim())
  return new Set(members.filter((member) => membersOfPolicies.includes(member)))
}
