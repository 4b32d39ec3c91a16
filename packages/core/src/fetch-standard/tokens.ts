/**
 * Tokens, the alphabet of method and header names.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
 */
const TCHAR: Uint8Array = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  if (/[!#$%&'*+.^`|~\w-]/.test(String.fromCharCode(code))) TCHAR[code] = 1
}

/** May this character code stand in a token? */
export const isTokenCode = (code: number): boolean => TCHAR[code] === 1

export const isToken = (text: string): boolean => {
  for (let index = 0; index < text.length; index++) {
    if (!isTokenCode(text.charCodeAt(index))) return false
  }
  return text.length > 0
}
