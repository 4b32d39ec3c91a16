import { parseOriginPattern } from '../origin/origin-pattern.js'
import { attempt } from './inspect.js'

/** Every runtime has it, but the language's own library does not declare it. */
declare const URL: new (text: string) => { readonly protocol: string; readonly host: string }

/**
 * One word without a scheme may be anything: `javascript:1`, `3000`, or `undefined`, of an unset variable. Two words
 * are two origins, or one: joined, they might be somebody else's.
 */
const UNCERTAIN = /^(?!.*(:\/\/|localhost|\[))[^.]*$|\s/i

/**
 * As a browser would write it; `undefined` if that is no pattern. Only here, where nothing is decided, is a URL
 * parser asked, and only a mistake is worth its cost.
 */
export const repairOrigin = (member: string): string | undefined => {
  // A variable of the environment may have kept its quotation marks, or be a list in JSON.
  const bare = member.trim().replace(/^\[?["'`]|["'`]\]?$/g, '')
  if (UNCERTAIN.test(bare)) return undefined
  const text = withScheme(bare)
    .replace(/^ws/i, 'http')
    .replace(/^[^/]*\*[^/]*:/, 'https:')
  return attempt(() => {
    const origin = text
      .replace(
        /^([^/]*\/*)([.*]*\*[.*]*)?([^/?#]*?)(:\*+)?([/?#].*)?$/,
        (_, start, labels = '', rest, port = '') => {
          // It does not know wildcards: they are put back where they stood.
          const { protocol, host } = new URL(start + rest)
          return `${protocol}//${labels && '*.'}${host}${port && ':*'}`
        },
      )
      // An IP address has no labels before it, and no host a dot behind.
      .replace(/\*\.(?=[\d.:*]*$|\[)|\.(?=:|$)/g, '')
    return parseOriginPattern(origin) && origin
  })
}

/** As it was meant: of two schemes the second, because the first was put before a variable that has its own. */
const withScheme = (text: string): string =>
  text.includes('://')
    ? text.replace(/^\w+:\/\/(?=\w+:\/\/)/, '')
    : text.replace(
        /^(?:(https?)[:;/])?\/*(localhost|127\.|\[::1\])?/i,
        (_, scheme, loopback = '') => `${scheme ?? (loopback ? 'http' : 'https')}://${loopback}`,
      )
