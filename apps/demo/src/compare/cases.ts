import { internalPolicy, publicPolicy } from '@cors/app-service'
import type { CaseRequest } from '@cors/conformance'
import { type CorsConfig, type CorsPolicy, createCorsPolicy } from '@cors/core'
import type { ComparisonCase } from './comparison-case.js'
import { expectedLines } from './expected-lines.js'
import { type OriginLines, originsFor } from './origins.js'
import { otherPreflights, preflights } from './preflights.js'
import { targetsWith } from './targets.js'

export interface ComparedShop {
  /** The origin of the shop's own page. */
  readonly listed: string
  /** The policy of all routes without one of their own. */
  readonly policy: CorsConfig
  /** Of `/products/1`. */
  readonly entityTag: string
}

/** Every target and preflight from every origin. In this order: some change the shop. */
export const casesOf = ({ listed, policy, entityTag }: ComparedShop): readonly ComparisonCase[] => {
  const ofShop = createCorsPolicy(policy)
  const caseOf = (
    { headers, ...request }: CaseRequest,
    origin: OriginLines,
    defined: readonly string[] = [],
  ): ComparisonCase => {
    const asked = { ...request, headers: [...origin.lines, ...headers] }
    return {
      title: `${request.method} ${request.path}, ${[...titlesOf(headers, request.body), origin.title].join(', ')}`,
      request: asked,
      expected: expectedLines(ownPolicies.get(request.path) ?? ofShop, asked, defined),
    }
  }
  const origins = originsFor(listed)
  const few = origins.filter((_origin, index) => index % 5 === 0)
  // Without `Origin` it is no preflight, and then these paths have no route for OPTIONS that has a policy.
  const isOrdinary = ({ path }: CaseRequest, { lines }: OriginLines): boolean =>
    lines.length === 0 && ownPolicies.has(path)
  return [
    ...targetsWith(entityTag).flatMap(({ request, defined }) =>
      origins.map((origin) => caseOf(request, origin, defined)),
    ),
    ...preflights.flatMap((request) =>
      origins.filter((origin) => !isOrdinary(request, origin)).map((origin) => caseOf(request, origin)),
    ),
    ...otherPreflights.flatMap((request) => few.map((origin) => caseOf(request, origin))),
  ]
}

const ownPolicies: ReadonlyMap<string, CorsPolicy | false> = new Map<string, CorsPolicy | false>([
  ['/public/prices', createCorsPolicy(publicPolicy)],
  ['/internal/stock', internalPolicy],
])

const titlesOf = (headers: CaseRequest['headers'], body: string | undefined): readonly string[] => [
  ...headers.map(([name, value]) => `${name}: ${value.length > 80 ? `${value.slice(0, 80)}…` : value}`),
  ...(body === undefined ? [] : [`body ${body}`]),
]
