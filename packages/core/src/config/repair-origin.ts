import { parseOriginPattern } from '../origin/origin-pattern.js'
import { attempt } from './inspect.js'

/** Every runtime has it, but the language's own library does not declare it. */
declare const URL: new (text: string) => { readonly protocol: string; readonly host: string }

/** They stand for wildcards while a URL parser, which does not know any, writes the rest. */
const LABEL = 'wildcard-label.'
const PORT = ':65535'

/** One word without a scheme may be anything: `javascript:1`, `3000`, or `undefined`, of an unset variable. */
const ONE_WORD = /^(?!.*(:\/\/|localhost|\[))[^.]*$/i

/**
 * As a browser would write it; `undefined` if that is no pattern. Only here, where nothing is decided, is a URL
 * parser asked, and only a mistake is worth its cost.
 */
export const repairOrigin = (member: string): string | undefined => {
  if (ONE_WORD.test(member)) return undefined
  const text = withScheme(member.replace(/[\s\p{Cc}]/gu, ''))
    .replace(/^ws/i, 'http')
    .replace(/^[^/]*\*[^/]*:/, 'https:')
    .replace(/\/\/(\*+\.)+(?=[\d.]+(:|\/|$)|\[)/, '//')
    .replace(/^(https?:\/\/)(\*+\.?)+/i, `$1${LABEL}`)
  const anyPort = /:[^:\]/?#]*\*[^:\]/?#]*(?=[/?#]|$)/
  return attempt(() => {
    const { protocol, host } = new URL(text.replace(anyPort, PORT))
    const port = anyPort.test(text) ? ':*' : PORT
    const origin = `${protocol}//${host
      .replace(LABEL, '*.')
      .replace(/\.(?=:|$)/, '')
      .replace(PORT, port)}`
    return parseOriginPattern(origin) && origin
  })
}

const withScheme = (text: string): string =>
  text.includes('://')
    ? text
    : `${/^(localhost|127\.|\[::1\])/i.test(text) ? 'http' : 'https'}://${text.replace(/^(https?([:;]|(?=\/)))?\/*/i, '')}`
