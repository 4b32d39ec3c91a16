import {
  type CorsConfig,
  type CorsConfigCode,
  CorsConfigError,
  type CorsDecision,
  type CorsPolicy,
  type CorsRequest,
  createCorsPolicy,
} from '../../src/index.js'

/** For tables of configurations, of whose types nothing is known. */
export const policyOf = (config: unknown): CorsPolicy => createCorsPolicy(config as CorsConfig)

/** The decision of a policy that must not need time for it. */
export const decide = (policy: CorsPolicy, request: CorsRequest): CorsDecision => {
  const decision = policy.evaluate(request)
  if (decision instanceof Promise) throw new Error('The policy asked its lookup.')
  return decision
}

/** An issue without its prose. */
export interface Found {
  readonly code: CorsConfigCode
  readonly path: readonly (string | number)[]
  readonly value: unknown
  readonly suggestion?: string
}

export const errorOf = (run: () => unknown): CorsConfigError => {
  try {
    run()
  } catch (error) {
    if (error instanceof CorsConfigError) return error
    throw error
  }
  throw new Error('The configuration was accepted.')
}

/** Every mistake of a configuration. Each has a message for a person, which no test but a snapshot repeats. */
export const mistakesOf = (config: unknown): Found[] =>
  errorOf(() => policyOf(config)).issues.map(({ message, ...found }) => {
    if (!/^["A-Z].*[.?]$/s.test(message)) throw new Error(`Not a sentence: ${message}`)
    return found
  })
