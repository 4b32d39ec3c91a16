import { HTTP_WHITESPACE, trim } from './trim.js'
import type { HeaderField } from './wire.js'

const lowerCase = (text: string): string => text.replace(/[A-Z]+/g, (capitals) => capitals.toLowerCase())

/** Byte-lowercase: ASCII letters only. */
export const byteLowercase: (text: string) => string = lowerCase

export const isSameName = (a: string, b: string): boolean => lowerCase(a) === lowerCase(b)

/** Every value of the name, one for each field line. */
export const headerValues = (list: readonly HeaderField[], name: string): readonly string[] =>
  list.filter(([other]) => isSameName(other, name)).map(([, value]) => value)

/** @see https://fetch.spec.whatwg.org/#concept-header-list-get */
export const getHeader = (list: readonly HeaderField[], name: string): string | null => {
  const values = headerValues(list, name)
  return values.length === 0 ? null : values.join(', ')
}

/** @see https://fetch.spec.whatwg.org/#concept-header-list-delete */
export const deleteHeaders = (
  list: readonly HeaderField[],
  names: readonly string[],
): readonly HeaderField[] => list.filter(([other]) => !names.some((name) => isSameName(other, name)))

/** @see https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set */
export const sortedLowercaseSet = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map(lowerCase))].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

/** @see https://fetch.spec.whatwg.org/#concept-header-value-normalize */
export const normalizeValue = (value: string): string => trim(value, HTTP_WHITESPACE)
