import { answers } from './answers.js'
import type { Call, CallGroup } from './call.js'
import { changing } from './changing.js'
import { otherPolicies } from './other-policies.js'
import { reading } from './reading.js'
import { signingIn } from './signing-in.js'

/** What each page asks of each service, in this order. */
export const callGroups: readonly CallGroup[] = [reading, changing, signingIn, answers, otherPolicies]

export const calls: readonly Call[] = callGroups.flatMap((group) => group.calls)
