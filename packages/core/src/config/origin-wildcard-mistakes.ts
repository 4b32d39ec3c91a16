import { isIpv4 } from '../origin/host.js'
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
  const misplaced = explainPlace(member)
  if (misplaced !== undefined) return misplaced
  // Both asterisks are where they may be: something else is wrong. Ask about the same without them.
  const found = explainSpelling(
    member.replace(/^((?:.*:\/\/)?)\*\./, `$1${LABEL}.`).replace(/:\*(?=\/|$)/, `:${ANY_PORT}`),
  )
  const suggestion = found.suggestion?.replace(`${LABEL}.`, '*.').replace(`:${ANY_PORT}`, ':*')
  return suggestion === undefined ? found : { ...found, suggestion }
}

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
  const attached = /^\*([a-z0-9-]+(\.[a-z0-9-]+)+)$/i.exec(host)?.[1]
  if (attached !== undefined) return invalid(message, `${scheme}://*.${attached.replace(/^-/, '')}`)
  // At the end it would let everybody in who can register a domain.
  if (host.endsWith('*')) return invalid(`${message} List each domain.`)
  const escaped = (text: string): string => text.replace(/[.[\]]/g, '\\$&')
  const expression = `${scheme}:\\/\\/${host.split('*').map(escaped).join('[a-z0-9-]+')}${port === undefined ? '' : `:${port === '*' ? '\\d+' : port}`}`
  return invalid(
    `${message} A lookup function can say more. Be sure that nobody else can get such a name.`,
    `(origin) => /^${expression}$/.test(origin)`,
  )
}
