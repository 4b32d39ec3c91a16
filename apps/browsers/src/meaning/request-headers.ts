export type Field = readonly [name: string, value: string]

/** @see https://fetch.spec.whatwg.org/#forbidden-request-header */
export const isForbidden = (name: string): boolean => /^(cookie|host|dnt|sec-.*|proxy-.*)$/i.test(name)

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']

// The standard lists the bytes, so they stand here.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it is about
const unsafeByte = /[\u0000-\u0008\u000a-\u001f"():<>?@[\\\]{}\u007f]/

/** @see https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
const isSafelisted = ([name, value]: Field): boolean => {
  if (value.length > 128) return false
  switch (name) {
    case 'accept':
      return !unsafeByte.test(value)
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,\-.;=]*$/.test(value)
    case 'content-type':
      return !unsafeByte.test(value) && formTypes.includes((value.split(';')[0] ?? '').trim().toLowerCase())
    case 'range':
      return /^bytes=\d+-\d*$/.test(value)
    default:
      return false
  }
}

/**
 * The names that a preflight must ask about.
 *
 * @param fields names in lower case
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export const unsafeNames = (fields: readonly Field[]): readonly string[] => {
  const safe = fields.filter(isSafelisted)
  const size = safe.reduce((sum, [, value]) => sum + value.length, 0)
  return (size > 1024 ? fields : fields.filter((field) => !isSafelisted(field))).map(([name]) => name)
}
