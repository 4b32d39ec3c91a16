import type { RawResponse } from '@cors/conformance'
import type { ComparisonCase } from './comparison-case.js'

/** Those that a policy names; frameworks add others. */
const membersOfPolicies: readonly string[] = [
  '*',
  'origin',
  'access-control-request-method',
  'access-control-request-headers',
]

/**
 * What of a response must be the same everywhere, as lines: every CORS response header, value by value, the
 * members of `Vary` that a policy names, and the status of preflights and of what the shop defines.
 */
export const comparedLines = (
  { isPreflight, isOff, isConstant, status }: ComparisonCase,
  response: RawResponse,
  choosesPolicyByFunction: boolean,
): readonly string[] => {
  const headers = response.headers
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .filter((line) => line.startsWith('access-control-'))
    .sort()
  const vary = policyMembersOf(response)
  if (isConstant && choosesPolicyByFunction) {
    if (!vary.delete('origin')) vary.add('(no origin, though a function chose the policy)')
  }
  return [
    ...((isPreflight && !isOff) || status !== undefined ? [`status: ${response.status}`] : []),
    ...headers,
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
