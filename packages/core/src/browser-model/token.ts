/**
 * `token`, which is also what a method and a field name are.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2
 */
export const isToken = (text: string): boolean => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(text)
