/** Policies share a few constant lists, so each is merged once. */
const alone = new WeakMap<readonly string[], string>()

/**
 * `Vary` with more members: what is there stays, nothing stands twice, and `*` already says everything.
 *
 * @param existing the field's value or values, as the framework gives them; `undefined` or `null` if there is none
 * @param members not empty
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5
 */
export const mergeVary = (existing: unknown, members: readonly string[]): string => {
  if (existing !== undefined && existing !== null) return merge([...String(existing).split(','), ...members])
  let text = alone.get(members)
  if (text === undefined) {
    text = merge(members)
    alone.set(members, text)
  }
  return text
}

/** Header names are compared without regard to case; the first spelling stays. */
const merge = (members: readonly string[]): string => {
  const result = new Map<string, string>()
  for (const member of members) {
    const name = member.trim()
    if (name === '*') return '*'
    const key = name.toLowerCase()
    if (name !== '' && !result.has(key)) result.set(key, name)
  }
  return [...result.values()].join(', ')
}
