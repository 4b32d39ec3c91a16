import { originsCode } from './origin-mistakes.js'

/** What another library's `origin` is here, as code; `undefined` if that is not certain. */
export const writeOrigins = (value: unknown): string | undefined => {
  if (value === true) return '"*", without credentials, or a list: with true any site could act as your users'
  if (value === false) return 'policy: false, in the options of the adapter'
  if (typeof value === 'function') return '[lookup], which returns true or false, no header value'
  return originsCode(value)
}
