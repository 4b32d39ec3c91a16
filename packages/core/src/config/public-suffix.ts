import type { OriginPattern } from '../origin/origin-pattern.js'
import { coveredPublicSuffix } from '../origin/public-suffix/public-suffix.js'
import type { IssueList } from './issue-list.js'

/** Credentials for all subdomains are for domains whose subdomains are all one's own. */
export const checkPublicSuffix = ({ host, text }: OriginPattern, issues: IssueList): void => {
  // Below a top-level domain anybody can register a name; that needs no list. Only `localhost` is nobody else's.
  const isTopLevel = !host.includes('.')
  const suffix = isTopLevel ? host : coveredPublicSuffix(host)
  if (suffix === undefined || suffix === 'localhost') return
  const message =
    `"${suffix}" is a public suffix: anybody can register a sibling, and act as your users. ` +
    'Name your own domain. To accept that: dangerouslyAllowPublicSuffixes: true.'
  issues.add(text, 'origin-public-suffix-with-credentials', message)
}
