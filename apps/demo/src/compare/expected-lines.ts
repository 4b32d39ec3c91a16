import type { CaseRequest } from '@cors/conformance'
import type { CorsDecision, CorsPolicy } from '@cors/core'

/**
 * What a policy says about a request, as `comparedLines` has it. The apps have to agree with it, not only with each
 * other: a route that is missing everywhere would be the same everywhere, too.
 *
 * @param policy `false`: CORS is off there, and an application has a status of its own for a preflight
 * @param defined lines that the shop defines, whatever the policy
 */
export const expectedLines = (
  policy: CorsPolicy | false,
  request: CaseRequest,
  defined: readonly string[],
): readonly string[] => {
  if (policy === false) return defined
  const decision = policy.evaluate({
    method: request.method,
    origin: field(request, 'origin'),
    accessControlRequestMethod: field(request, 'access-control-request-method'),
    accessControlRequestHeaders: field(request, 'access-control-request-headers'),
  }) as CorsDecision
  return [
    ...(decision.status === undefined ? defined : [`status: ${decision.status}`]),
    ...decision.headers.map(([name, value]) => `${name}: ${value}`).sort(),
    ...decision.vary.map((member) => `vary: ${member.toLowerCase()}`).sort(),
  ]
}

/** As Node hands it on: without whitespace around it, and several lines as one. RFC 9110 section 5.3. */
const field = ({ headers }: CaseRequest, wanted: string): string | undefined => {
  const values = headers
    .filter(([name]) => name.toLowerCase() === wanted)
    .map(([, value]) => value.replace(/^[ \t]+|[ \t]+$/g, ''))
  return values.length === 0 ? undefined : values.join(', ')
}
