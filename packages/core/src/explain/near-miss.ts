import { type OriginPattern, parseOriginPattern } from '../origin/origin-pattern.js'

/** A listed pattern that an origin only just misses, and by what. For the eye: nothing is decided by it. */
export const nearMiss = (origin: string, patterns: readonly string[]): string | undefined => {
  const own = parseOriginPattern(origin)
  if (own === undefined) return undefined
  for (const text of patterns) {
    const pattern = parseOriginPattern(text)
    const difference = pattern && differenceOf(own, pattern)
    if (difference !== undefined) return `${text} is listed, but ${difference}`
  }
  return undefined
}

const differenceOf = (own: OriginPattern, pattern: OriginPattern): string | undefined => {
  const isSameHost = own.host === pattern.host
  if (pattern.subdomains) {
    if (isSameHost) return '"*." stands for at least one label'
    if (!own.host.endsWith(`.${pattern.host}`)) return undefined
  } else if (!isSameHost) return undefined
  if (own.scheme !== pattern.scheme) return `its scheme is ${pattern.scheme}, not ${own.scheme}`
  return pattern.port === '*' || own.port === pattern.port
    ? undefined
    : `its port is ${pattern.port || 'the default'}, not ${own.port || 'the default'}`
}
