import { MAXIMUM_TEXTS } from '../bounds.js'
import { regExpSource, tagOf } from './inspect.js'
import { visible } from './visible.js'

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
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '') || '(the configuration)'

/** A value as a person recognises it, and never so long that it hides the message. */
const valueText = (value: unknown): string => {
  const source = regExpSource(value)
  const text = source
    ? `/${source}/`
    : Object(value) === value
      ? `[${tagOf(value)}]`
      : typeof value === 'string'
        ? JSON.stringify(value)
        : String(value)
  return text.length > 80 ? `${text.slice(0, 77)}…` : text
}

const issueText = ({ code, path, value, message, suggestion }: CorsConfigIssue): string => {
  // Some messages say it in full.
  const isSaid = !suggestion || message.includes(`Write: ${suggestion}`)
  return `  ${visible(`${pathText(path)} = ${valueText(value)} (${code})`)}\n    ${visible(message)}${isSaid ? '' : `\n    Instead: ${suggestion}`}`
}

/** Thrown once, at start-up, with every mistake of a configuration. */
export class CorsConfigError extends Error {
  override readonly name = 'CorsConfigError'
  readonly code = 'CORS_CONFIG_INVALID'
  readonly issues: readonly CorsConfigIssue[]

  constructor(issues: readonly CorsConfigIssue[]) {
    const texts = issues.slice(0, MAXIMUM_TEXTS).map(issueText)
    if (issues.length > MAXIMUM_TEXTS) texts.push('  … All are in error.issues.')
    super(`Mistakes in the CORS configuration: ${issues.length}\n\n${texts.join('\n\n')}\n`)
    this.issues = Object.freeze(issues.map((issue) => Object.freeze(issue)))
  }
}
