import { coveredPublicSuffix } from '../origin/public-suffix/public-suffix.js'

/**
 * The public suffix that a wildcard before this host covers; `undefined` if there is none. Credentials for all
 * subdomains are for domains whose subdomains are all one's own.
 */
export const publicSuffixOf = (host: string): string | undefined => {
  // Below a top-level domain anybody can register a name; that needs no list. Only `localhost` is nobody else's.
  if (host.includes('.')) return coveredPublicSuffix(host)
  return host === 'localhost' ? undefined : host
}
