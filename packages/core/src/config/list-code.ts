import { MAXIMUM_SUGGESTED } from '../bounds.js'

/** An array as code, of the code of its members; `undefined` if there are none. */
export const listCode = (members: readonly (string | undefined)[]): string | undefined => {
  const codes = members.filter(Boolean)
  if (codes.length > MAXIMUM_SUGGESTED) codes.splice(MAXIMUM_SUGGESTED, codes.length, '…')
  return codes[0] && `[${codes.join(', ')}]`
}
