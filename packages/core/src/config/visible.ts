/**
 * A text of which nothing stays unseen, nothing steers a terminal, and nothing begins a line of a log: control and
 * format characters are written as code. With `JSON.stringify` alone U+009B, which begins a terminal's commands, would
 * not be.
 */
export const visible = (text: string): string =>
  text.replace(/[\p{C}\u2028\u2029]/gu, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
