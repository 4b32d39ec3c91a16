import type { CaseRequest } from '@cors/conformance'
import { type CorsConfig, createCorsPolicy } from '@cors/core'
import type { ComparisonCase } from './comparison-case.js'
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

const prices = '/public/prices'
const stock = '/internal/stock'
const ownPolicyPaths: readonly string[] = [prices, stock]

/** Every target and preflight from every origin. In this order: some change the shop. */
export const casesOf = ({ listed, policy, entityTag }: ComparedShop): readonly ComparisonCase[] => {
  const isConstant = hasConstantAnswer(policy)
  const caseOf = (request: CaseRequest, origin: OriginLines, status?: number): ComparisonCase => {
    const isPreflight =
      request.method === 'OPTIONS' && status === undefined && asksForPermission(request, origin)
    const isOff = request.path === stock
    return {
      title: `${request.method} ${request.path}, ${[...titlesOf(request), origin.title].join(', ')}`,
      request: { ...request, headers: [...origin.lines, ...request.headers] },
      isPreflight,
      ...(status === undefined ? {} : { status }),
      isOff,
      isConstant: isOff || (!isPreflight && (isConstant || request.path === prices)),
    }
  }
  const origins = originsFor(listed)
  const few = origins.filter((_origin, index) => index % 5 === 0)
  // Without `Origin` it is no preflight, and then these paths have no route for OPTIONS that has a policy.
  const isOrdinary = ({ path }: CaseRequest, { lines }: OriginLines): boolean =>
    lines.length === 0 && ownPolicyPaths.includes(path)
  return [
    ...targetsWith(entityTag).flatMap(({ request, status }) =>
      origins.map((origin) => caseOf(request, origin, status)),
    ),
    ...preflights.flatMap((request) =>
      origins.filter((origin) => !isOrdinary(request, origin)).map((origin) => caseOf(request, origin)),
    ),
    ...otherPreflights.flatMap((request) => few.map((origin) => caseOf(request, origin))),
  ]
}

const asksForPermission = ({ headers }: CaseRequest, { lines }: OriginLines): boolean =>
  lines.length > 0 && headers.some(([name]) => name === 'Access-Control-Request-Method')

/** A request without `Origin` passes a constant policy, and no other. */
const hasConstantAnswer = (policy: CorsConfig): boolean =>
  createCorsPolicy(policy).isOriginAllowed(undefined) === true

const titlesOf = ({ headers, body }: CaseRequest): readonly string[] => [
  ...headers.map(([name, value]) => `${name}: ${value.length > 80 ? `${value.slice(0, 80)}…` : value}`),
  ...(body === undefined ? [] : [`body ${body}`]),
]
