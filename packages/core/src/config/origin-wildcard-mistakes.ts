import { isIpv4 } from '../origin/host.js'
import { parseOriginPattern } from '../origin/origin-pattern.js'
import { type Mistake, mistake } from './issue-list.js'

const LABEL = 'wildcard-label'
const ANY_PORT = 65_535

/**
 * What is wrong with a member of `origins` that has an asterisk; `undefined` if it has none.
 *
 * @param explainSpelling says what is wrong with an origin without one
 */
export const explainWildcard = (
  member: string,
  explainSpelling: (member: string) => Mistake,
): Mistake | undefined => {
  if (!member.includes('*')) return undefined
  const origin = withoutPath(member)
  const end = member.slice(origin.length)
  const misplaced = explainPlace(origin)
  if (misplaced !== undefined) return misplaced
  if (end.includes('*')) {
    const suggestion = parseOriginPattern(origin) === undefined ? undefined : origin
    return invalid('An origin has no path: the policy speaks for the whole site.', suggestion)
  }
  // The asterisks are where they may be: something else is wrong. Ask about the same without them.
  const isAnyPort = origin.endsWith(':*')
  const port = isAnyPort ? ANY_PORT : ''
  const host = isAnyPort ? origin.slice(0, -1) : origin
  const found = explainSpelling(`${host.replace(/^((?:.*:\/\/)?)\*\./, `$1${LABEL}.`)}${port}${end}`)
  const suggestion = found.suggestion?.replace(`${LABEL}.`, '*.')
  if (suggestion === undefined) return found
  return { ...found, suggestion: isAnyPort ? suggestion.replace(`:${ANY_PORT}`, ':*') : suggestion }
}

const withoutPath = (member: string): string => /^(?:.*?:\/\/)?[^/?#]*/.exec(member)?.[0] ?? member

const invalid = (message: string, suggestion?: string): Mistake =>
  mistake('origin-wildcard-invalid', message, suggestion)

const explainPlace = (member: string): Mistake | undefined => {
  const [, scheme = '', host = '', port] = /^(?:(.*?):\/\/)?(.*?)(?::([^:\]]*))?\/*$/.exec(member) ?? []
  if (scheme.includes('*'))
    return invalid('The scheme cannot be a wildcard.', member.replace(/^.*?:/, 'https:'))
  if (scheme !== '' && !/^https?$/i.test(scheme)) {
    return invalid('Wildcards exist for http and https only. List the origins.')
  }
  if (port?.includes('*') && port !== '*')
    return invalid('A port is one number, or * for any.', replacePort(member))
  const base = host.replace(/^(\*+\.)+/, '')
  if (host === '*' || base === '*' || base === '') {
    return invalid('It names no domain. For everybody, write "*" alone.')
  }
  if (base !== host && (isIpv4(base) || base.startsWith('['))) {
    return invalid('An IP address has no subdomains.', member.replace(/\*+\./g, ''))
  }
  if (base.includes('*')) return explainInfix(scheme || 'https', host, port)
  return host === base || host === `*.${base}`
    ? undefined
    : invalid('One "*." already stands for any number of labels.', member.replace(/(\*+\.)+/, '*.'))
}

const replacePort = (member: string): string => member.replace(/:[^:/]*\/*$/, ':*')

/** The first thing people ask for. A whole label is safe, a part of one is a naming rule that only they know. */
const explainInfix = (scheme: string, host: string, port: string | undefined): Mistake => {
  const message = 'An asterisk stands for whole labels at the start of the host, nowhere else.'
  const attached = /^\*([a-z0-9][a-z0-9-]*(\.[a-z0-9-]+)+)$/i.exec(host)?.[1]
  if (attached !== undefined) return invalid(message, `${scheme}://*.${attached}`)
  // At the end it would let everybody in who can register a domain.
  if (host.endsWith('*')) return invalid(`${message} List each domain.`)
  const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  const expression = `${scheme}:\\/\\/${host.split('*').map(escaped).join('[a-z0-9-]+')}${port === undefined ? '' : `:${port === '*' ? '\\d+' : port}`}`
  return invalid(
    `${message} A lookup function can say more. Be sure that nobody else can get such a name.`,
    `(origin) => /^${expression}$/.test(origin)`,
  )
}
