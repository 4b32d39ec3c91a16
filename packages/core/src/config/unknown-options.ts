import { attempt } from './inspect.js'
import type { IssueList } from './issue-list.js'
import type { RuleAsWritten } from './option.js'
import { isRuleOption, OPTIONS } from './options.js'

const BESIDE = 'in the options of the adapter, beside policy: { … }'

/** What options of other libraries and of the adapters have in their names, in lower case: why they do not exist here. */
const REASONS: Readonly<Record<string, string>> = {
  status: 'remove it: the status is always 204',
  strict: 'remove it: any other OPTIONS reaches the application',
  preflight: 'remove it: preflights are always answered, but not with policy: false',
  route: 'remove it: no route is ever shown',
  error: 'remove it: errors always keep the headers',
  private: 'remove it: browsers ask the user instead',
  context: 'remove it: those headers are not CORS',
  cache: 'remove it: browsers only look at maxAge',
  delegator: 'policy: (request) => …, in the options of the adapter',
  hook: 'remove it: the decision is always taken first',
  policy: BESIDE,
  decision: BESIDE,
  vary: BESIDE,
  evaluate: 'this is a policy already: use it as it is',
}

export const checkOptionNames = (rule: RuleAsWritten, issues: IssueList): void => {
  for (const [name, value] of rule) {
    if (isRuleOption(name)) continue
    const plain = name.toLowerCase().replace(/[_-]/g, '')
    const [option, found] =
      Object.entries(OPTIONS).find(([known]) => isNear(stem(known.toLowerCase()), stem(plain))) ?? []
    const written = attempt(() => found?.write(value, rule))
    const [, reason] =
      Object.entries(REASONS).find(([part]) => plain.includes(part) || isNear(part, plain)) ?? []
    const isElsewhere = written?.startsWith('policy')
    // The whole migration, where the value is understood.
    const code = written && !isElsewhere ? ` Write: ${option}: ${written}.` : ''
    const suggestion = isElsewhere ? written : (option ?? reason)
    issues.at(name).add(value, 'unknown-option', `There is no such option.${code}`, suggestion)
  }
}

/** What the names have in common, whatever each library puts before: `allowOrigins`, `Access-Control-Allow-Origin`. */
const stem = (plain: string): string =>
  plain.replace(/^(accesscontrol|preflight)?(allow(ed)?|supports|with)?/, '')

/** Are they the same but for one place, of two letters at most? */
const isNear = (left: string, right: string): boolean =>
  left !== '' && left[0] === right[0]
    ? isNear(left.slice(1), right.slice(1))
    : [0, 1, 2].some((here) => [0, 1, 2].some((there) => left.slice(here) === right.slice(there)))
