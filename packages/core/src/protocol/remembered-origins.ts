import { MAXIMUM_REMEMBERED } from '../bounds.js'
import type { AllowedOrigin } from './origin-verdict.js'

/**
 * What was made for the last origins that a pattern matched, or a lookup allowed. Requests chose their names. So they
 * are few, only what is allowed is among them, and one that is remembered is answered as one that is not.
 * See docs/decisions/0016-what-a-request-is-spared.md.
 */
export class RememberedOrigins {
  readonly #verdicts = new Map<string, AllowedOrigin>()

  get(origin: string): AllowedOrigin | undefined {
    return this.#verdicts.get(origin)
  }

  add(origin: string, verdict: AllowedOrigin): AllowedOrigin {
    if (this.#verdicts.size >= MAXIMUM_REMEMBERED) this.#verdicts.clear()
    this.#verdicts.set(origin, verdict)
    return verdict
  }
}
