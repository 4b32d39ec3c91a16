import { errorText } from '../config/inspect.js'
import { REGISTERED_METHODS } from '../fetch-standard/methods.js'
import { classifyRequestOrigin } from '../origin/request-origin.js'
import type { CorsDecision } from '../protocol/cors-decision.js'
import type { Asked } from './asked.js'
import type { Verdict } from './browser-verdict.js'
import type { ConfigChange } from './explanation.js'
import { quoted } from './quoted.js'

/** What to do besides a change of the configuration, or instead of one. `undefined`: nothing to add. */
export const adviceFor = (
  { reason, error }: CorsDecision,
  { refusal }: Verdict,
  asked: Asked,
  credentialed: boolean,
  change: ConfigChange | undefined,
): string | undefined => {
  if (refusal?.reason === 'request-invalid') {
    return 'No browser sends this request: it comes from something else, or was changed on its way.'
  }
  const upperCase = asked.method.toUpperCase()
  if (change === undefined && asked.method !== upperCase && REGISTERED_METHODS.includes(upperCase)) {
    return `Methods are case-sensitive: in the script write ${quoted(upperCase)}.`
  }
  const kind = classifyRequestOrigin(asked.origin)
  if (kind === 'origin-malformed') {
    return 'No browser sends this Origin. They write one scheme, host and port, in lower case, without a default port, a path or a slash at the end.'
  }
  if (kind === 'origin-opaque') {
    return credentialed
      ? 'No configuration gives the origin null credentials: any site can make a frame that has it. Serve the page from an origin of its own.'
      : 'Better serve the page from an origin of its own: not from a file, nor in a sandboxed frame without allow-same-origin.'
  }
  if (reason === 'origin-lookup-failed') {
    return `Mend the lookup function first: it failed with ${quoted(errorText(error))}. Until then preflights get 503.`
  }
  if (kind === 'insecure' && credentialed) return 'Better serve the page over https.'
  if (refusal?.reason === 'header-not-allowed' && refusal.compared?.expected === 'authorization') {
    return 'Where "*" is allowed, Chromium and Firefox let Authorization pass, too, and only warn. Do not rely on it.'
  }
  if (change === undefined) return 'No configuration of a policy allows this.'
  return credentialed && refusal?.reason.includes('credentials') === true
    ? 'Only a script that asks for credentials needs this: with cookies, not with a token in Authorization.'
    : undefined
}
