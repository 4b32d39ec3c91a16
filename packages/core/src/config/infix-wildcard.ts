import type { Mistake } from './issue-list.js'
import { repairOrigin } from './repair-origin.js'

export const WHERE_ASTERISKS_STAND =
  'An asterisk is the whole first label or the port of http or https: https://*.example.com:*.'

/**
 * An asterisk within the host: the first thing people ask for. A whole label is safe, a part of one is a naming
 * rule that only they know. So what they get is a lookup function to paste: anchored, an asterisk for
 * characters of one label, and never slower than the cube of a label's length.
 */
export const explainInfix = (member: string): Mistake | undefined => {
  const text = member.toLowerCase().replace(/\*+/g, '*')
  const [, scheme = 'https', host = '', port = ''] =
    /^(?:(https?):\/\/|(?!.*:\/\/))([^/?#:]*)(:[^/?#]+)?/s.exec(text) ?? []
  if (!/\*.*[^*.]|[^*.].*\*/s.test(host.replace(/^(\*\.)+/, ''))) return undefined
  const invalid = (hint: string, suggestion?: string): Mistake => [
    'origin-wildcard-invalid',
    WHERE_ASTERISKS_STAND + hint,
    suggestion,
  ]
  const domain = /^\*([a-z0-9_][a-z0-9_-]*(\.[a-z0-9_-]+)+)$/.exec(host)?.[1]
  if (domain) return invalid('', repairOrigin(`${scheme}://*.${domain}${port}`))
  // So near to the end it would let everybody in who can register a domain.
  if (/\*[^.]*(\.[^.]*)?$/.test(host) && !host.endsWith('.localhost')) return invalid(' List the origins.')
  const hint = ' If nobody else can get such a name, use a lookup function.'
  // The port is text of theirs, too: what it would mean in a regular expression must not be pasted.
  const authority = host + port
  if (/[^a-z0-9.*:_-]|(\*[^.*]*){4}/.test(authority)) return invalid(hint)
  const source = authority.replaceAll('.', '\\.').replace(/:\*$/, '(:\\d+)?').replaceAll('*', '[a-z0-9-]+')
  return invalid(hint, `(origin) => /^${scheme}:\\/\\/${source}$/.test(origin)`)
}
