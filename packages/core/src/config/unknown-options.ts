import type { IssueList, Mistake } from './issue-list.js'
import { writeAs } from './write-as.js'

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

const PREFLIGHT = 'remove it: preflights are always answered, but not with policy: false'
const NETWORK = 'remove it: browsers ask the user instead'
const BESIDE = 'beside the policy, in the options of the adapter: { policy: { … }, … }'

/** Options of other libraries and of the adapters, in lower case: why they do not exist here. */
const REASONS: Readonly<Record<string, string>> = {
  optionssuccessstatus: 'remove it: always 204, which every browser takes',
  preflightcontinue: PREFLIGHT,
  preflight: PREFLIGHT,
  strictpreflight: 'remove it: any other OPTIONS reaches the application',
  hideoptionsroute: 'remove it: no route is ever shown',
  keepheadersonerror: 'remove it: errors always keep the headers',
  privatenetworkaccess: NETWORK,
  allowprivatenetwork: NETWORK,
  securecontext: 'remove it: those headers are not CORS',
  cachecontrol: 'remove it: browsers keep preflights by maxAge alone',
  delegator: 'policy: (request) => …, in the options of the adapter',
  hook: 'remove it: the decision is always taken first',
  policy: BESIDE,
  ondecision: BESIDE,
  vary: BESIDE,
  samepolicyforallmethods: BESIDE,
  evaluate: 'this is a policy already: use it as it is',
}

export const checkOptionNames = (options: ReadonlyMap<string, unknown>, issues: IssueList): void => {
  for (const [name, value] of options) {
    if (!isRuleOption(name)) issues.at(name).add(value, ...explainOption(name, value))
  }
}

const explainOption = (name: string, value: unknown): Mistake => {
  const message = 'There is no such option.'
  const plain = name.toLowerCase().replace(/[_-]/g, '')
  const reason = Object.keys(REASONS).find((known) => isNear(known, plain))
  if (reason !== undefined) return ['unknown-option', message, REASONS[reason]]
  const option = OPTIONS.find((known) => isNear(stem(known.toLowerCase()), stem(plain)))
  const written = option && writeAs(option, value)
  // Not written in this option at all.
  if (written?.startsWith('policy')) return ['unknown-option', message, written]
  // The whole migration, where the value is understood.
  return ['unknown-option', written ? `${message} Write: ${option}: ${written}.` : message, option]
}

/** What the names have in common, whatever each library puts before: `allowOrigins`, `Access-Control-Allow-Origin`. */
const stem = (plain: string): string => plain.replace(/^(accesscontrol)?(allow(ed)?|supports|with)?/, '')

/** Are they the same but for one place, of two letters at most? */
const isNear = (left: string, right: string): boolean => {
  const start = sameStart([...left], [...right])
  const ends = [left, right].map((text) => [...text].slice(start).reverse()) as [string[], string[]]
  return Math.max(ends[0].length, ends[1].length) - sameStart(...ends) <= 2
}

const sameStart = (left: readonly string[], right: readonly string[]): number => {
  const differs = left.findIndex((character, index) => character !== right[index])
  return differs < 0 ? left.length : differs
}
