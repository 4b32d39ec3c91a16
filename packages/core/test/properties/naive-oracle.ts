/**
 * Which rule decides about an origin? Slow and obvious: texts are split, labels are compared, every pattern of
 * every rule is tried in order. Written from the specification alone; nothing of src/ is used.
 */

export type NaiveOrigins = '*' | readonly string[]

export interface NaiveMatch {
  /** The place of the rule that decides. */
  readonly rule: number
  readonly reason: 'origin-exact' | 'origin-pattern' | 'origin-any'
}

const LABEL_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_-'

const isLabel = (text: string): boolean =>
  text.length >= 1 &&
  text.length <= 63 &&
  [...text].every((character) => LABEL_CHARACTERS.includes(character))

/** Scheme, host and port of a text like `scheme://host:port`; `undefined` if it is not like that. */
const split = (text: string): [scheme: string, host: string, port: string | undefined] | undefined => {
  const [scheme = '', rest, ...more] = text.split('://')
  if (rest === undefined || more.length > 0) return undefined
  if (rest.startsWith('[')) {
    const [address = '', after, ...others] = rest.split(']')
    if (after === undefined || others.length > 0) return undefined
    if (after === '') return [scheme, `${address}]`, undefined]
    return after.startsWith(':') ? [scheme, `${address}]`, after.slice(1)] : undefined
  }
  const [host = '', port, ...others] = rest.split(':')
  return others.length > 0 ? undefined : [scheme, host, port]
}

const isPortOf = (scheme: string, port: string): boolean => {
  const number = Number(port)
  const isPlain = Number.isInteger(number) && String(number) === port
  return isPlain && number >= 1 && number <= 65_535 && number !== (scheme === 'https' ? 443 : 80)
}

const isBelow = (host: string, base: string): boolean => {
  const labels = host.split('.')
  const baseLabels = base.split('.')
  const captured = labels.slice(0, -baseLabels.length)
  const rest = labels.slice(-baseLabels.length)
  return host.length <= 253 && captured.length >= 1 && captured.every(isLabel) && rest.join('.') === base
}

export const patternMatches = (pattern: string, origin: string): boolean => {
  if (!pattern.includes('*')) return pattern === origin
  const expected = split(pattern)
  const given = split(origin)
  if (expected === undefined || given === undefined) return false
  const [scheme, host, port] = expected
  const [givenScheme, givenHost, givenPort] = given
  if (scheme !== givenScheme) return false
  if (port === '*') {
    if (givenPort !== undefined && !isPortOf(scheme, givenPort)) return false
  } else if (port !== givenPort) return false
  return host.startsWith('*.') ? isBelow(givenHost, host.slice(2)) : host === givenHost
}

export const findRule = (rules: readonly NaiveOrigins[], origin: string): NaiveMatch | undefined => {
  for (const [rule, origins] of rules.entries()) {
    if (origins === '*') return { rule, reason: 'origin-any' }
    if (!origin.includes('*') && origins.includes(origin)) return { rule, reason: 'origin-exact' }
    if (origins.some((pattern) => patternMatches(pattern, origin))) return { rule, reason: 'origin-pattern' }
  }
  return undefined
}
