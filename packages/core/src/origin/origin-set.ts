import { isDefaultPort, isLabelCode, isLabelLength, isPort, MAXIMUM_HOST_LENGTH } from './host.js'
import type { OriginPattern } from './origin-pattern.js'
import { hashSeed, hashStep, SuffixIndex } from './suffix-index.js'

const COLON = 58
const DOT = 46

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
  readonly #anyPortSuffixes = new SuffixIndex()

  get isEmpty(): boolean {
    return this.#anyPortHosts.size === 0 && this.#suffixes.isEmpty && this.#anyPortSuffixes.isEmpty
  }

  /** Patterns are added in the order of the rules: the first to come keeps its place. */
  add(pattern: OriginPattern, rule: number): void {
    const { scheme, host, subdomains, port } = pattern
    if (!subdomains) {
      const key = `${scheme}://${host}`
      if (!this.#anyPortHosts.has(key)) this.#anyPortHosts.set(key, rule)
    } else if (port === '*') this.#anyPortSuffixes.add(scheme, `.${host}`, rule)
    else this.#suffixes.add(scheme, port === '' ? `.${host}` : `.${host}:${port}`, rule)
  }

  /**
   * The index of the first rule with a pattern that matches, -1 if there is none.
   *
   * @param origin at most 330 characters: the caller sees to it
   */
  find(origin: string): number {
    const scheme = origin.startsWith('https://') ? 'https' : origin.startsWith('http://') ? 'http' : undefined
    if (scheme === undefined || this.isEmpty) return -1
    const hostEnd = portColon(origin, scheme)
    if (hostEnd < 0) return -1
    const byHost = this.#findHost(origin, hostEnd)
    const bySuffix = this.#findSuffix(origin, scheme, hostEnd)
    if (byHost < 0) return bySuffix
    return bySuffix < 0 ? byHost : Math.min(byHost, bySuffix)
  }

  /** Which earlier pattern covers all that this one matches? The rule's index, or -1. */
  findCovering(pattern: OriginPattern): number {
    const { scheme, host, subdomains, port } = pattern
    // One label stands for all: a suffix that ends one such host ends them all.
    const origin = `${scheme}://${subdomains ? 'a.' : ''}${host}${port === '' || port === '*' ? '' : `:${port}`}`
    if (port !== '*')
      return subdomains ? this.#findSuffix(origin, scheme, portColon(origin, scheme)) : this.find(origin)
    const byHost = subdomains ? -1 : this.#findHost(origin, origin.length)
    return byHost >= 0 ? byHost : this.#findSuffix(origin, scheme, origin.length, false)
  }

  #findHost(origin: string, hostEnd: number): number {
    if (this.#anyPortHosts.size === 0) return -1
    return this.#anyPortHosts.get(origin.slice(0, hostEnd)) ?? -1
  }

  /**
   * One pass from right to left: hash, and check that what a wildcard would capture is DNS labels. A match
   * counts only if the pass reaches the scheme, because the captured part is all that stands to the left.
   */
  #findSuffix(origin: string, scheme: string, hostEnd: number, withPort = true): number {
    const exactPort = this.#suffixes
    const anyPort = this.#anyPortSuffixes
    const hostStart = scheme.length + 3
    if ((exactPort.isEmpty && anyPort.isEmpty) || hostEnd - hostStart > MAXIMUM_HOST_LENGTH) return -1

    let exactHash = hashSeed(scheme)
    let anyHash = exactHash
    for (let index = origin.length - 1; index >= hostEnd; index--) {
      exactHash = hashStep(exactHash, origin.charCodeAt(index))
    }
    let first = -1
    let labelEnd = hostEnd
    for (let index = hostEnd - 1; index >= hostStart; index--) {
      const code = origin.charCodeAt(index)
      exactHash = hashStep(exactHash, code)
      anyHash = hashStep(anyHash, code)
      if (code === DOT) {
        if (!isLabelLength(labelEnd - index - 1)) return -1
        labelEnd = index
        const byExactPort = withPort ? exactPort.find(exactHash, scheme, origin, index, origin.length) : -1
        const byAnyPort = anyPort.find(anyHash, scheme, origin, index, hostEnd)
        if (byExactPort >= 0 && (first < 0 || byExactPort < first)) first = byExactPort
        if (byAnyPort >= 0 && (first < 0 || byAnyPort < first)) first = byAnyPort
      } else if (!isLabelCode(code)) return -1
    }
    return isLabelLength(labelEnd - hostStart) ? first : -1
  }
}

/** Where the host ends: at the colon of the port, or at the end. -1 if a browser would not write the port so. */
const portColon = (origin: string, scheme: string): number => {
  let index = origin.length - 1
  while (index > 0 && origin.charCodeAt(index) >= 48 && origin.charCodeAt(index) <= 57) index--
  if (origin.charCodeAt(index) !== COLON) return origin.length
  const port = origin.slice(index + 1)
  return isPort(port) && !isDefaultPort(scheme, port) ? index : -1
}
