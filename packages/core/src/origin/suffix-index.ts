import { MAXIMUM_HOST_LENGTH } from '../bounds.js'

/** A pattern `scheme://*.domain[:port]`, filed under the hash of what an origin must have. */
interface Suffix {
  readonly scheme: string
  /** How the host ends, from the dot on: `.example.com`. */
  readonly domain: string
  readonly port: string
  readonly rule: number
  /** Another suffix with the same hash. */
  readonly next: Suffix | undefined
}

/** FNV-1a's step, from right to left. Kept within 30 bits, which every engine stores without allocating. */
export const hashStep = (hash: number, code: number): number =>
  Math.imul(hash ^ code, 0x01000193) & 0x3fffffff

const hashText = (hash: number, text: string): number => {
  for (let index = text.length - 1; index >= 0; index--) hash = hashStep(hash, text.charCodeAt(index))
  return hash
}

const SEED = 0x11c9dc5

/** Different for each scheme, so that `http://*.example.com` and `https://*.example.com` do not share a bucket. */
export const hashSeed = (scheme: string): number => hashStep(SEED, scheme.length)

/**
 * Subdomain patterns, found by the rolling hash of a host's end, and the port.
 *
 * The caller reads a host once, from right to left, and asks at each dot. So the cost grows with the
 * origin's length only, however many patterns there are. A hash only proposes: the text decides. Rejected: a Set
 * probed with a substring at each dot (quadratic in hostile origins), a trie (five times the memory).
 */
export class SuffixIndex {
  readonly #byHash = new Map<number, Suffix>()
  /** At which lengths is there a domain at all? Most dots of a hostile origin are passed without a look-up. */
  readonly #lengths = new Uint8Array(MAXIMUM_HOST_LENGTH + 2)

  get isEmpty(): boolean {
    return this.#byHash.size === 0
  }

  /** The first rule to add a suffix keeps it: the same one a thousand times is not a thousand to compare. */
  add(scheme: string, domain: string, port: string, rule: number): void {
    const hash = hashText(hashSeed(scheme), domain)
    if (this.find(hash, scheme, domain, 0, domain.length, port) >= 0) return
    const key = hashText(hash, port)
    this.#lengths[domain.length] = 1
    this.#byHash.set(key, { scheme, domain, port, rule, next: this.#byHash.get(key) })
  }

  /** The rule that has this port, and `origin.slice(from, end)`, of which `hash` is the hash; -1 if none has. */
  find(hash: number, scheme: string, origin: string, from: number, end: number, port: string): number {
    if (this.#lengths[end - from] !== 1) return -1
    let suffix = this.#byHash.get(hashText(hash, port))
    while (suffix !== undefined) {
      if (
        suffix.port === port &&
        suffix.scheme === scheme &&
        suffix.domain.length === end - from &&
        origin.startsWith(suffix.domain, from)
      ) {
        return suffix.rule
      }
      suffix = suffix.next
    }
    return -1
  }
}
