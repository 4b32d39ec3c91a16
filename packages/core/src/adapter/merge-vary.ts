/** Policies share a few constant lists, so each is joined once. */
const joined = new WeakMap<readonly string[], string>()

const join = (members: readonly string[]): string => {
  let text = joined.get(members)
  if (text === undefined) {
    text = members.join(', ')
    joined.set(members, text)
  }
  return text
}

/**
 * `Vary` with more members: what is there stays, nothing stands twice, and `*` already says everything.
 *
 * @param existing the field's value or values, as the framework gives them; `undefined` or `null` if there is none
 * @param members not empty
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5
 */
export const mergeVary = (existing: unknown, members: readonly string[]): string => {
  if (existing === undefined || existing === null || existing === '') return join(members)
  const result = new Map<string, string>()
  for (const member of [...String(existing).split(','), ...members]) {
    const name = member.trim()
    if (name === '*') return '*'
    const key = name.toLowerCase()
    if (name !== '' && !result.has(key)) result.set(key, name)
  }
  return [...result.values()].join(', ')
}
