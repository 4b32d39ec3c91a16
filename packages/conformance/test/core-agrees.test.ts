import {
  type CorsConfig,
  CorsConfigError,
  type CorsPolicy,
  type CorsRequest,
  createCorsPolicy,
} from '@cors/core'
import { compileOptions } from '@cors/core/adapter'
import { expect, it } from 'vitest'

import type { CaseRequest } from '../src/case.js'
import { cases, startUpCases } from '../src/cases/index.js'

/** What Node makes of the field lines: repeated ones are joined. */
const joined = ({ headers }: CaseRequest, name: string, separator = ', '): string | undefined => {
  const values = headers
    .filter(([other]) => other.toLowerCase() === name)
    .map(([, value]) => value.replace(/^[\t ]+|[\t ]+$/g, ''))
  return values.length === 0 ? undefined : values.join(separator)
}

const corsRequest = (request: CaseRequest): CorsRequest => ({
  method: request.method,
  origin: joined(request, 'origin'),
  accessControlRequestMethod: joined(request, 'access-control-request-method'),
  accessControlRequestHeaders: joined(request, 'access-control-request-headers', ','),
})

const compiled = new Map<CorsConfig, CorsPolicy>()
const policyOf = (config: CorsConfig): CorsPolicy => {
  const policy = compiled.get(config) ?? createCorsPolicy(config)
  compiled.set(config, policy)
  return policy
}

/** Members of `Vary` that routes write themselves. */
const ofRoutes = ['Accept-Encoding']

it.each(cases.map((each) => [each.id, each] as const))(
  '%s',
  async (id, { config, request, decision, expected }) => {
    const actual = await policyOf(config).evaluate(corsRequest(request), undefined)
    expect({ kind: actual.kind, allowed: actual.allowed, reason: actual.reason }).toEqual(decision)
    // Ended by a hook that was added before the adapter: not as the policy would have.
    if (id === 'response/early-preflight') return
    expect(actual.headers).toEqual(
      actual.kind === 'preflight' ? Object.entries(expected.headers) : actual.headers,
    )
    expect(Object.fromEntries(actual.headers)).toEqual(expected.headers)
    if (request.path !== '/own-vary-any') {
      expect([...actual.vary].sort()).toEqual(expected.vary.filter((name) => !ofRoutes.includes(name)).sort())
    }
    expect(actual.status).toBe(actual.kind === 'preflight' ? expected.status : undefined)
    if (expected.fieldNames !== undefined)
      expect(actual.headers.map(([name]) => name)).toEqual(expected.fieldNames)
  },
)

it.each(startUpCases.map((each) => [each.id, each] as const))(
  '%s',
  (_, { options, routes = [], expected }) => {
    const codes: string[] = []
    try {
      compileOptions(options, () => {})
      for (const { policy } of routes) compileOptions({ policy }, () => {})
    } catch (error) {
      if (error instanceof CorsConfigError) codes.push(...error.issues.map(({ code }) => code))
    }
    expect(codes).toContain(expected.code)
  },
)
