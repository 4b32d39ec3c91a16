import { MAXIMUM_NAMES } from '../bounds.js'
import { CorsConfigError, type CorsConfigIssue } from '../config/config-error.js'
import { attempt, isArray } from '../config/inspect.js'
import { IssueList, type Mistake } from '../config/issue-list.js'
import { isRuleOption } from '../config/options.js'
import { readArray, readOwnProperties } from '../config/read-own.js'
import { BOOLEAN_OPTION } from '../config/scalars.js'
import { isToken } from '../fetch-standard/tokens.js'
import { type CorsPolicy, compilePolicy } from '../policy.js'
import type { CorsOptions, PolicyFunction } from './options.js'

/** Options as an adapter uses them: checked, and with a compiled policy. */
export interface CheckedOptions<NativeRequest> {
  readonly policy: CorsPolicy | false | PolicyFunction<NativeRequest>
  readonly onDecision: CorsOptions<NativeRequest>['onDecision']
  readonly vary: readonly string[]
  readonly samePolicyForAllMethods: boolean
}

/** A policy of any build of the core: classes differ between ESM and CommonJS, what it can do does not. */
export const isPolicy = (value: unknown): value is CorsPolicy =>
  typeof value === 'object' && value !== null && 'evaluate' in value && typeof value.evaluate === 'function'

/** Is it `{ policy, … }`, and not a configuration or a policy alone? */
export const isOptions = (input: unknown): input is object =>
  typeof input === 'object' && input !== null && !isPolicy(input) && Object.hasOwn(input, 'policy')

const OPTIONS: readonly string[] = ['policy', 'onDecision', 'vary', 'samePolicyForAllMethods']

/**
 * Read what an adapter was given.
 *
 * @throws CorsConfigError with every mistake
 */
export const readOptions = <NativeRequest>(input: unknown): CheckedOptions<NativeRequest> => {
  if (!isOptions(input)) {
    return { policy: readAlone(input), onDecision: undefined, vary: [], samePolicyForAllMethods: false }
  }
  const issues = new IssueList()
  const options = readOwnProperties(input, issues)
  for (const [name, value] of options ?? []) {
    if (OPTIONS.includes(name)) continue
    const message = `There is no such option beside "policy", only ${OPTIONS.slice(1).join(', ')}.`
    issues.at(name).add(value, 'unknown-option', message, suggestionFor(name))
  }
  const onDecision = options?.get('onDecision')
  if (onDecision !== undefined && typeof onDecision !== 'function') {
    issues.at('onDecision').add(onDecision, 'config-type', 'It is a function (decision, request) => void.')
  }
  const vary = readVary(options?.get('vary'), issues.at('vary'))
  const samePolicyForAllMethods = BOOLEAN_OPTION.read(
    options?.get('samePolicyForAllMethods'),
    issues.at('samePolicyForAllMethods'),
    new Map(),
  )
  const policy = readInnerPolicy<NativeRequest>(options?.get('policy'), issues.issues)
  if (issues.issues.length > 0) throw new CorsConfigError(issues.issues)
  return {
    policy,
    onDecision: onDecision as CorsOptions<NativeRequest>['onDecision'],
    vary,
    samePolicyForAllMethods,
  }
}

/** Options of a rule are often written beside it. */
const suggestionFor = (name: string): string | undefined =>
  isRuleOption(name)
    ? `policy: { ${name}: … }`
    : OPTIONS.find((option) => option.toLowerCase() === name.toLowerCase())

const readPolicy = (value: unknown): CorsPolicy => (isPolicy(value) ? value : compilePolicy(value))

const readAlone = (input: unknown): CorsPolicy => {
  try {
    return readPolicy(input)
  } catch (error) {
    const mistake = explainAlone(input)
    if (mistake === undefined) throw error
    const issues = new IssueList()
    issues.add(input, ...mistake)
    throw new CorsConfigError(issues.issues)
  }
}

/** What is a mistake as a whole: to say what is wrong with each of its properties would hide it. */
const explainAlone = (input: unknown): Mistake | undefined => {
  if (input === false || typeof input === 'function') {
    const suggestion = input === false ? '{ policy: false }' : '{ policy: (request) => … }'
    return ['config-type', 'It stands in an object, as "policy".', suggestion]
  }
  // Each framework's own: of node:http and Fetch the first, of Koa and Hono, who hand over a context, the second.
  const isRequest = attempt(() => {
    const value = Object(input)
    return ('method' in value && 'url' in value) || 'req' in value
  })
  if (isRequest !== true) return undefined
  const message =
    'It is a request. Call the function with the configuration first, and hand what it returns to the framework.'
  return ['config-type', message, 'cors({ … })']
}

const readInnerPolicy = <NativeRequest>(
  value: unknown,
  issues: CorsConfigIssue[],
): CheckedOptions<NativeRequest>['policy'] => {
  if (value === false || typeof value === 'function') return value as false | PolicyFunction<NativeRequest>
  try {
    return readPolicy(value)
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error
    issues.push(...error.issues.map((issue) => ({ ...issue, path: ['policy', ...issue.path] })))
    return false
  }
}

const readVary = (value: unknown, issues: IssueList): readonly string[] => {
  if (value === undefined) return []
  if (!isArray(value)) {
    issues.add(value, 'config-type', 'It is an array of request-header names, such as ["X-Tenant"].')
    return []
  }
  const members = readArray(value, MAXIMUM_NAMES, issues)
  for (const [index, member] of (members ?? []).entries()) {
    if (typeof member === 'string' && isToken(member)) continue
    issues.at(index).add(member, 'header-invalid', 'It is not a header name.')
  }
  return Object.freeze((members ?? []) as string[])
}
