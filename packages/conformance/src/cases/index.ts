import type { ConformanceCase, OptionsCase, PolicyCase, RoutePolicyCase, StartUpCase } from '../case.js'
import { constantPolicy } from './constant-policy.js'
import { credentials } from './credentials.js'
import { exactOrigins } from './exact-origins.js'
import { kinds } from './kinds.js'
import { lookups } from './lookups.js'
import { onDecision } from './on-decision.js'
import { originPatterns } from './origin-patterns.js'
import { otherRequestFields } from './other-request-fields.js'
import { ownHeaders } from './own-headers.js'
import { policyFunctionFailures } from './policy-function-failures.js'
import { policyFunctions } from './policy-functions.js'
import { policyOff } from './policy-off.js'
import { preflights } from './preflights.js'
import { requestedLists } from './requested-lists.js'
import { responses } from './responses.js'
import { mixedPaths } from './route-policies/mixed-paths.js'
import { parametersAndCatchAlls } from './route-policies/parameters-and-catch-alls.js'
import { separatePaths } from './route-policies/separate-paths.js'
import { rules } from './rules.js'
import { startUp } from './start-up.js'
import { varyOption } from './vary-option.js'

/** One policy for the whole application: what a server must do that knows nothing of adapters. */
export const cases: readonly PolicyCase[] = [
  ...kinds,
  ...otherRequestFields,
  ...constantPolicy,
  ...credentials,
  ...exactOrigins,
  ...originPatterns,
  ...rules,
  ...preflights,
  ...requestedLists,
  ...lookups,
  ...responses,
  ...ownHeaders,
]

/** The options that every adapter takes beside a configuration. */
export const optionsCases: readonly OptionsCase[] = [
  ...policyFunctions,
  ...policyFunctionFailures,
  ...policyOff,
  ...varyOption,
  ...onDecision,
]

/** Policies of routes, for adapters that can see routes. */
export const routePolicyCases: readonly RoutePolicyCase[] = [
  ...separatePaths,
  ...mixedPaths,
  ...parametersAndCatchAlls,
]

/** Mistakes that keep the application from starting. */
export const startUpCases: readonly StartUpCase[] = startUp

/** Every case there is, in the order in which they run. */
export const allCases: readonly ConformanceCase[] = [
  ...cases,
  ...optionsCases,
  ...routePolicyCases,
  ...startUpCases,
]
