import { HTTP_TAB_OR_SPACE, trim } from './trim.js'

/**
 * The end of the quoted string that starts at `start`, or of the input where it is never closed.
 *
 * @see https://fetch.spec.whatwg.org/#collect-an-http-quoted-string
 */
const endOfQuotedString = (input: string, start: number): number => {
  for (let position = start + 1; position < input.length; position++) {
    if (input[position] === '\\') position++
    else if (input[position] === '"') return position + 1
  }
  return input.length
}

/** @see https://fetch.spec.whatwg.org/#header-value-get-decode-and-split */
export const getDecodeSplit = (input: string): readonly string[] => {
  const values: string[] = []
  let current = ''
  let position = 0
  while (position < input.length) {
    const character = input[position]
    if (character === '"') {
      const end = endOfQuotedString(input, position)
      current += input.slice(position, end)
      position = end
    } else {
      if (character === ',') {
        values.push(current)
        current = ''
      } else current += character
      position++
    }
  }
  return [...values, current].map((value) => trim(value, HTTP_TAB_OR_SPACE))
}
