/** Without the characters at both ends. One pass: a regular expression with `+$` takes quadratic time. */
export const trim = (text: string, characters: string): string => {
  let start = 0
  let end = text.length
  while (start < end && characters.includes(text.charAt(start))) start++
  while (end > start && characters.includes(text.charAt(end - 1))) end--
  return text.slice(start, end)
}

/** @see https://fetch.spec.whatwg.org/#http-tab-or-space */
export const HTTP_TAB_OR_SPACE = '\t '

/** @see https://fetch.spec.whatwg.org/#http-whitespace */
export const HTTP_WHITESPACE = '\t\n\r '
