import { MAXIMUM_HOST_LENGTH } from '../bounds.js'
import { DOT } from '../fetch-standard/characters.js'
import { isDefaultPort, isLabelCode, isLabelLength, isPort, portColon } from './host.js'
import type { OriginPattern } from './origin-pattern.js'
import { hashSeed, hashStep, SuffixIndex } from './suffix-index.js'

/**
 * The patterns with a wildcard of all rules together: which is the first rule that has one for this origin?
 *
 * Bytes are compared as they come. No URL parser touches a request's origin: what a parser would forgive is
 * what an attacker would send. See docs/decisions/0003-matching.md.
 */
export class OriginSet {
  /** `scheme://host`, for the patterns `scheme://host:*`. */
  readonly #anyPortHosts = new Map<string, number>()
  readonly #suffixes = new SuffixIndex()

  get isEmpty(): boolean {
    return this.#anyPortHosts.size === 0 && this.#suffixes.isEmpty
  }

  /** Patterns are added in the order of the rules: the first to come keeps its place. */
  add({ scheme, host, subdomains, port }: OriginPattern, rule: number): void {
    if (subdomains) {
      this.#suffixes.add(scheme, `.${host}`, port, rule)
      return
    }
    const origin = `${scheme}://${host}`
    if (!this.#anyPortHosts.has(origin)) this.#anyPortHosts.set(origin, rule)
  }

  /**
   * The index of the first rule with a pattern that matches, -1 if there is none.
   *
   * @param origin at most 330 characters: the caller sees to it
   */
  find(origin: string): number {
    const scheme = origin.startsWith('https://') ? 'https' : origin.startsWith('http://') ? 'http' : undefined
    if (scheme === undefined) return -1
    const hostEnd = portColon(origin, scheme.length + 3)
    const port = origin.slice(hostEnd + 1)
    // A browser would not write the port so.
    if (hostEnd < origin.length && (!isPort(port) || isDefaultPort(scheme, port))) return -1
    return first(this.#findHost(origin, hostEnd), this.#findSuffix(origin, scheme, hostEnd, port))
  }

  /** Which earlier pattern covers all that this one matches? The rule's index, or -1. */
  findCovering({ scheme, host, subdomains, port }: OriginPattern): number {
    // One label stands for all: a suffix that ends one such host ends them all.
    const origin = `${scheme}://${subdomains ? 'a.' : ''}${host}`
    const bySuffix = this.#findSuffix(origin, scheme, origin.length, port)
    return subdomains ? bySuffix : first(this.#findHost(origin, origin.length), bySuffix)
  }

  #findHost(origin: string, hostEnd: number): number {
    if (this.#anyPortHosts.size === 0) return -1
    return this.#anyPortHosts.get(origin.slice(0, hostEnd)) ?? -1
  }

  /**
   * One pass from right to left: hash, and check that what a wildcard would capture is DNS labels. A match
   * counts only if the pass reaches the scheme, because the captured part is all that stands to the left.
   */
  #findSuffix(origin: string, scheme: string, hostEnd: number, port: string): number {
    const suffixes = this.#suffixes
    const hostStart = scheme.length + 3
    if (suffixes.isEmpty || hostEnd - hostStart > MAXIMUM_HOST_LENGTH) return -1

    let hash = hashSeed(scheme)
    let rule = -1
    let labelEnd = hostEnd
    for (let index = hostEnd - 1; index >= hostStart; index--) {
      const code = origin.charCodeAt(index)
      hash = hashStep(hash, code)
      if (code === DOT) {
        if (!isLabelLength(labelEnd - index - 1)) return -1
        labelEnd = index
        rule = first(rule, suffixes.find(hash, scheme, origin, index, hostEnd, port))
        rule = first(rule, suffixes.find(hash, scheme, origin, index, hostEnd, '*'))
      } else if (!isLabelCode(code)) return -1
    }
    return isLabelLength(labelEnd - hostStart) ? rule : -1
  }
}

/** Of two rules the one that decides; -1 is none. */
const first = (left: number, right: number): number =>
  left < 0 ? right : right < 0 ? left : Math.min(left, right)
