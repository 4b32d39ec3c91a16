import { MAXIMUM_ORIGIN_LENGTH } from './origin-pattern.js'

/** A pattern `scheme://*.domain[:port]`, filed under the hash of what must stand at the end of an origin. */
interface Suffix {
  readonly scheme: string
  /** From the dot on, the port included if the pattern names one: `.example.com:8443`. */
  readonly text: string
  readonly rule: number
  /** Another suffix with the same hash. */
  readonly next: Suffix | undefined
}

/** FNV-1a's step, from right to left. Kept within 30 bits, which every engine stores without allocating. */
export const hashStep = (hash: number, code: number): number =>
  Math.imul(hash ^ code, 0x01000193) & 0x3fffffff

const SEED = 0x11c9dc5

/** Different for each scheme, so that `http://*.example.com` and `https://*.example.com` do not share a bucket. */
export const hashSeed = (scheme: string): number => hashStep(SEED, scheme.length)

/**
 * Subdomain patterns, found by the rolling hash of an origin's end.
 *
 * The caller reads an origin once, from right to left, and asks at each dot. So the cost grows with the
 * origin's length only, however many patterns there are. A hash only proposes: the text decides. Rejected: a Set
 * probed with a substring at each dot (quadratic in hostile origins), a trie (five times the memory).
 */
export class SuffixIndex {
  readonly #byHash = new Map<number, Suffix>()
  /** At which lengths is there a suffix at all? Most dots of a hostile origin are passed without a look-up. */
  readonly #lengths = new Uint8Array(MAXIMUM_ORIGIN_LENGTH + 1)

  get isEmpty(): boolean {
    return this.#byHash.size === 0
  }

  /** The first rule to add a suffix keeps it. */
  add(scheme: string, text: string, rule: number): void {
    let hash = hashSeed(scheme)
    for (let index = text.length - 1; index >= 0; index--) hash = hashStep(hash, text.charCodeAt(index))
    const next = this.#byHash.get(hash)
    for (let suffix = next; suffix !== undefined; suffix = suffix.next) {
      if (suffix.text === text && suffix.scheme === scheme) return
    }
    this.#lengths[text.length] = 1
    this.#byHash.set(hash, { scheme, text, rule, next })
  }

  /** The rule that has `origin.slice(from, end)`, of which `hash` is the hash; -1 if none has. */
  find(hash: number, scheme: string, origin: string, from: number, end: number): number {
    if (this.#lengths[end - from] !== 1) return -1
    let suffix = this.#byHash.get(hash)
    while (suffix !== undefined) {
      if (
        suffix.text.length === end - from &&
        suffix.scheme === scheme &&
        origin.startsWith(suffix.text, from)
      ) {
        return suffix.rule
      }
      suffix = suffix.next
    }
    return -1
  }
}
