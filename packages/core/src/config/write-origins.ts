/** What another library's `origin` is here, where it is no list. */
export const writeOrigins = (value: unknown): string | undefined => {
  if (value === true) return '"*", without credentials, or a list: with true any site could act as your users'
  if (value === false) return 'policy: false, in the options of the adapter'
  if (typeof value === 'function') return '[lookup], which returns true or false, no header value'
  return undefined
}
