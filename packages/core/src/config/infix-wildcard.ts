import type { Mistake } from './issue-list.js'

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
    /^(?:(https?):\/\/|(?!.*:\/\/))\.?([^/?#:]*)(:[^/?#]+)?/s.exec(text) ?? []
  // Before a whole domain it is a slip, which is repaired.
  if (!/\*.*[^*.]|[^*.].*\*/s.test(host.replace(/^(\*\.)+|^\*(?=[a-z0-9_][^.]*\.)/, ''))) return undefined
  // So near to the end it would let everybody in who can register a domain.
  const isAnybody = /\*[^.]*(\.[^.]*)?$/.test(host) && !host.endsWith('.localhost')
  // The port is text of theirs, too: what it would mean in a regular expression must not be pasted.
  const authority = host + port
  const isCertain = !isAnybody && !/[^a-z0-9.*:_-]|(\*[^.*]*){4}/.test(authority)
  const source = authority.replaceAll('.', '\\.').replace(/:\*$/, '(:\\d+)?').replaceAll('*', '[a-z0-9-]+')
  const hint = isAnybody
    ? 'List the origins.'
    : 'If nobody else can get such a name, use one lookup function.'
  return [
    'origin-wildcard-invalid',
    `${WHERE_ASTERISKS_STAND} ${hint}`,
    isCertain ? `(origin) => /^${scheme}:\\/\\/${source}$/.test(origin)` : undefined,
  ]
}
