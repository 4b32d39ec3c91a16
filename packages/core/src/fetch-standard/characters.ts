/** Which character codes, all of them ASCII, are among these? */
export const tableOf = (characters: string): Uint8Array => {
  const table = new Uint8Array(128)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}

export const TAB = 9
export const SPACE = 32
export const COMMA = 44
export const DOT = 46

export const DIGITS = '0123456789'
export const LOWER_CASE = 'abcdefghijklmnopqrstuvwxyz'

/** Is this part of the text of these characters only? Read in place: no request makes a copy for it. */
export const consistsOf = (
  text: string,
  table: Uint8Array,
  start = 0,
  end: number = text.length,
): boolean => {
  for (let index = start; index < end; index++) {
    if (table[text.charCodeAt(index)] !== 1) return false
  }
  return true
}
