import { MAXIMUM_ORIGIN_LENGTH } from '../bounds.js'
import type { CorsConfigCode } from './config-error.js'
import { explainInfix, WHERE_ASTERISKS_STAND } from './infix-wildcard.js'
import { regExpSource } from './inspect.js'
import type { Mistake } from './issue-list.js'
import type { Suggest } from './list-code.js'
import { regExpAsPatterns } from './regexp-as-pattern.js'
import { repairOrigin } from './repair-origin.js'

/** How a list in one text becomes an array. */
export const FROM_ENVIRONMENT = 'From the environment: originsFromEnv(process.env.CORS_ORIGINS).'

export const NO_EXPRESSIONS = 'No regular expressions: a missing anchor or backslash has opened many servers.'
const NOT_A_TEXT = 'It is a text, such as "https://app.example.com". Is an environment variable unset?'
const NO_PATH = 'An origin is a whole site: no user name, path, query or fragment.'

const NOT_CANONICAL = 'Browsers write it in lower case and punycode, without a default port or a slash.'

const I = 'origin-invalid'
const W = 'origin-wildcard-invalid'

/** What can be wrong with a text, in the order in which a person would want to hear it. */
const MISTAKES: readonly (readonly [RegExp, CorsConfigCode, string])[] = [
  [/[\s\p{Cc}"'`]/u, I, 'It has quotes or white space.'],
  [
    /^((https?|\*):\/\/)?[*.]*\*[*.]*(:[^/]*)?\/*$/i,
    W,
    'It names no domain. For everybody, write "*" alone.',
  ],
  [/^[^/]*\/\/[^/?#]*[/?#].*\*/, W, NO_PATH],
  // Where each asterisk stands in one of the two places, something else is wrong.
  [
    /^(?=.*\*)(?!(https?:\/\/)?(\*\.(?!\[|[\d.]+(:|$)))?[^*/?#]*(:\*)?([/?#][^*]*)?$)/is,
    W,
    WHERE_ASTERISKS_STAND,
  ],
  [/^(?!.*:\/\/)/s, I, 'An origin begins with its scheme.'],
  [/^wss?:/i, I, 'A WebSocket has the origin of its page.'],
  [/@|^[^/]*\/{2,}(?!\/)[^/?#\\]*([/\\].|[?#])/, I, NO_PATH],
  [/[a-z_-][\w-]*\.(:[\d*]*)?\/?$/i, I, 'The host ends with a dot.'],
]

/**
 * What is wrong with a member of `origins` that is no pattern, and what to write instead.
 *
 * @param suggest what is suggested where these members are meant
 */
export const explainOrigin = (member: unknown, suggest: Suggest): Mistake => {
  const source = regExpSource(member)
  if (source) return [W, NO_EXPRESSIONS, suggest(regExpAsPatterns(source))]
  if (typeof member !== 'string' || ['', 'undefined'].includes(member.trim())) return [I, NOT_A_TEXT]
  if (/^(null$|file:)/i.test(member)) {
    const message =
      'Any sandboxed frame or local file has the origin "null", also an attacker\'s. Serve it from http://localhost.'
    return ['origin-prohibited', message]
  }
  if (member.length > MAXIMUM_ORIGIN_LENGTH)
    return [I, `It has ${member.length} characters; ${MAXIMUM_ORIGIN_LENGTH} at most.`]
  // Separated by commas, or by anything else that people try.
  if (/,|:\/\/.*[\s;].*:\/\//s.test(member)) {
    return [I, `One origin a member. ${FROM_ENVIRONMENT}`, suggest(member)]
  }
  const infix = explainInfix(member)
  if (infix) return infix
  const origin = repairOrigin(member)
  const suggestion = suggest(origin)
  const found = MISTAKES.find(([pattern]) => pattern.test(member))
  if (found) return [found[1], found[2], suggestion]
  return origin
    ? ['origin-not-canonical', NOT_CANONICAL, suggestion]
    : [
        I,
        'A host is labels of a-z, 0-9, - and _, 1 to 63 each, joined by dots; a port is 1 to 65535. IPv6 is written without zone or IPv4.',
      ]
}
