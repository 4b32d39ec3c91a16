import { isAny, type Policy, type Rule } from './policy.js'

interface Parts {
  readonly scheme: string
  /** Without the leading wildcard. */
  readonly host: string
  readonly anySubdomain: boolean
  /** Empty: the scheme's own. */
  readonly port: string
}

const partsOf = (pattern: string): Parts => {
  const [scheme = '', rest = ''] = pattern.split('://')
  const [host = '', port = ''] = rest.split(':')
  const anySubdomain = host.startsWith('*.')
  return { scheme, host: anySubdomain ? host.slice(2) : host, anySubdomain, port }
}

/** Does a pattern match all that another one matches? An origin is a pattern, too. */
export const covers = (pattern: string, other: string): boolean => {
  const wide = partsOf(pattern)
  const narrow = partsOf(other)
  if (wide.scheme !== narrow.scheme) return false
  if (wide.port !== '*' && wide.port !== narrow.port) return false
  if (!wide.anySubdomain) return !narrow.anySubdomain && wide.host === narrow.host
  return narrow.host.endsWith(`.${wide.host}`) || (narrow.anySubdomain && narrow.host === wide.host)
}

/** The first rule that is about an origin decides alone; none: nobody there may read. */
export const ruleFor = (policy: Policy, origin: string): Rule | undefined =>
  policy.find(
    ({ origins }) =>
      isAny(origins) || (origins !== '*' && origins.some((pattern) => covers(pattern, origin))),
  )
