import { type IssueList, mistake } from './issue-list.js'

const OPTIONS: readonly string[] = [
  'origins',
  'credentials',
  'methods',
  'allowedHeaders',
  'exposedHeaders',
  'maxAge',
  'lookupTimeout',
  'dangerouslyAllowInsecureOrigins',
  'dangerouslyAllowPublicSuffixes',
]

/** Is it an option of a rule? */
export const isRuleOption = (name: string): boolean => OPTIONS.includes(name)

const PREFLIGHT =
  'remove it: a preflight is always answered; use policy: false where the application does it itself'
const BESIDE = 'it stands beside the policy, in the options of the adapter: { policy: { … }, … }'

/** Names from other libraries, in lower case without `_` and `-`: the name here, or why there is none. */
const KNOWN: Readonly<Record<string, string>> = {
  origin: 'origins',
  allowedorigins: 'origins',
  alloworigin: 'origins',
  alloworigins: 'origins',
  allowmethods: 'methods',
  allowedmethods: 'methods',
  allowheaders: 'allowedHeaders',
  headers: 'allowedHeaders',
  exposeheaders: 'exposedHeaders',
  supportscredentials: 'credentials',
  allowcredentials: 'credentials',
  withcredentials: 'credentials',
  optionssuccessstatus: 'remove it: the status is 204, which every browser takes',
  optionsuccessstatus: 'remove it: the status is 204, which every browser takes',
  preflightcontinue: PREFLIGHT,
  preflight: PREFLIGHT,
  strictpreflight: 'remove it: OPTIONS without Access-Control-Request-Method always reaches the application',
  hideoptionsroute: 'remove it: no route of ours is ever shown',
  keepheadersonerror: 'remove it: headers are always kept on errors',
  privatenetworkaccess: 'remove it: browsers now ask the user instead, without a header',
  allowprivatenetwork: 'remove it: browsers now ask the user instead, without a header',
  securecontext: 'remove it: those headers are not CORS; set them with your framework',
  cachecontrol: 'remove it: use maxAge; browsers do not cache preflights by Cache-Control',
  delegator: 'policy: (request) => …, in the options of the adapter',
  hook: 'remove it: the decision is taken first, always',
  policy: BESIDE,
  ondecision: BESIDE,
  vary: BESIDE,
  samepolicyforallmethods: BESIDE,
  evaluate: 'this is a policy already: use it as it is',
}

export const checkOptionNames = (
  names: Iterable<string>,
  readOption: (name: string) => unknown,
  issues: IssueList,
): void => {
  for (const name of names) {
    if (isRuleOption(name)) continue
    const plain = name.toLowerCase().replace(/[_-]/g, '')
    const suggestion = (Object.hasOwn(KNOWN, plain) ? KNOWN[plain] : undefined) ?? nearest(plain)
    issues.at(name).add(readOption(name), mistake('unknown-option', 'There is no such option.', suggestion))
  }
}

const nearest = (name: string): string | undefined =>
  OPTIONS.find((option) => option.toLowerCase() === name || editDistance(option.toLowerCase(), name) <= 2)

/** Insertions, removals and replacements that turn one word into another. */
const editDistance = (from: string, to: string): number => {
  if (Math.abs(from.length - to.length) > 2) return 3
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[to.length] ?? 3
}
