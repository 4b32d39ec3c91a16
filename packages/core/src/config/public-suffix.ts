import type { OriginPattern } from '../origin/origin-pattern.js'
import { type IssueList, mistake } from './issue-list.js'

/** Below a top-level domain anybody can register a name; only `localhost` is nobody else's. */
const isTopLevelDomain = (host: string): boolean => !host.includes('.') && host !== 'localhost'

/** Credentials for all subdomains are for domains whose subdomains are all one's own. */
export const checkPublicSuffix = ({ host, text }: OriginPattern, issues: IssueList): void => {
  if (!isTopLevelDomain(host)) return
  const message =
    `"${host}" is a public suffix: anybody can register a name below it, and would act as your users. ` +
    'Name your own domain. To accept that: dangerouslyAllowPublicSuffixes: true.'
  issues.add(text, mistake('origin-public-suffix-with-credentials', message))
}
