/** More would hide the message. */
const MAXIMUM_MEMBERS = 20

/** An array as code, of the code of its members; `undefined` if there are none. */
export const listCode = (members: readonly (string | undefined)[]): string | undefined => {
  const codes = members.filter(Boolean)
  if (codes.length > MAXIMUM_MEMBERS) codes.splice(MAXIMUM_MEMBERS, codes.length, '…')
  return codes.length === 0 ? undefined : `[${codes.join(', ')}]`
}
