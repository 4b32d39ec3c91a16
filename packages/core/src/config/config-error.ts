import { regExpSource, tagOf } from './inspect.js'

/** Stable names of everything that can be wrong with a configuration. */
export type CorsConfigCode =
  | 'config-type'
  | 'unknown-option'
  | 'origins-missing'
  | 'origin-invalid'
  | 'origin-not-canonical'
  | 'origin-wildcard-invalid'
  | 'wildcard-not-alone'
  | 'origin-prohibited'
  | 'origin-any-with-credentials'
  | 'origin-insecure-with-credentials'
  | 'origin-public-suffix-with-credentials'
  | 'origin-lookup-invalid'
  | 'method-invalid'
  | 'method-forbidden'
  | 'method-not-normalized'
  | 'header-invalid'
  | 'header-forbidden'
  | 'header-misplaced'
  | 'exposed-any-with-credentials'
  | 'max-age-invalid'
  | 'lookup-timeout-invalid'
  | 'list-too-long'
  | 'rule-unreachable'

/** One mistake in a configuration. */
export interface CorsConfigIssue {
  readonly code: CorsConfigCode
  /** Where it is: `['origins', 2]`, or `[0, 'origins', 2]` in an array of rules. */
  readonly path: readonly (string | number)[]
  /** What stands there. */
  readonly value: unknown
  /** What is wrong, and what to do about it, for a person. */
  readonly message: string
  /** What to write instead, where that is certain; for an option that does not exist, its name or the reason. */
  readonly suggestion?: string
}

/** `origins[2]`; in an array of rules `[0].origins[2]`. */
const pathText = (path: CorsConfigIssue['path']): string =>
  path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('') || '(the configuration)'

/** A value as a person recognises it, and never so long that it hides the message. */
const valueText = (value: unknown): string => {
  if (typeof value === 'function') return 'a function'
  const source = regExpSource(value)
  if (typeof value === 'object' && value !== null && source === undefined) {
    const tag = tagOf(value)
    return tag === 'Array' ? 'an array' : `an object (${tag})`
  }
  const text =
    source !== undefined ? `/${source}/` : typeof value === 'string' ? JSON.stringify(value) : String(value)
  // What cannot be seen is what one looks for.
  const visible = text.replace(
    /\p{Cf}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return visible.length > 80 ? `${visible.slice(0, 77)}…` : visible
}

const issueText = ({ code, path, value, message, suggestion }: CorsConfigIssue): string => {
  // Some messages say it in full.
  const isSaid = suggestion === undefined || message.includes(`Write: ${suggestion}`)
  return `  ${pathText(path)} = ${valueText(value)} (${code})\n    ${message}${isSaid ? '' : `\n    Instead: ${suggestion}`}`
}

/** Nobody reads 100,000 mistakes, and no log should have to keep them. */
const MAXIMUM_TEXTS = 100

/** Thrown once, at start-up, with every mistake of a configuration. */
export class CorsConfigError extends Error {
  override readonly name = 'CorsConfigError'
  readonly code = 'CORS_CONFIG_INVALID'
  readonly issues: readonly CorsConfigIssue[]

  constructor(issues: readonly CorsConfigIssue[]) {
    const count = issues.length === 1 ? 'a mistake' : `${issues.length} mistakes`
    const texts = issues.slice(0, MAXIMUM_TEXTS).map(issueText)
    if (issues.length > MAXIMUM_TEXTS) texts.push('  … All of them are in error.issues.')
    super(`The CORS configuration has ${count}:\n\n${texts.join('\n\n')}\n`)
    this.issues = Object.freeze(issues.map((issue) => Object.freeze(issue)))
  }
}
