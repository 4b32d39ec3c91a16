import type { CorsConfigIssue } from '../../src/index.js'
import { applySuggestion } from './apply-suggestion.js'
import { errorOf, policyOf } from './policies.js'

const issuesOf = (config: unknown): readonly CorsConfigIssue[] => {
  try {
    policyOf(config)
    return []
  } catch {
    return errorOf(() => policyOf(config)).issues
  }
}

/** An issue wherever its member is: what is pasted before it may move it. */
const nameOf = ({ code, path, value }: CorsConfigIssue): string =>
  `${code} at ${path.filter((step, index) => index === 0 || typeof step === 'string').join('.')}: ${String(value)}`

/** Of the name alone nothing is promised but that there is such an option: the value was not understood. */
const isOnlyRenamed = ({ code, message }: CorsConfigIssue): boolean =>
  code === 'unknown-option' && !message.includes('Write: ')

/** What is refused after one suggestion was pasted, and was not before, or still is. */
export const secondRound = (config: unknown): string[] => {
  const before = issuesOf(config)
  return before.flatMap((issue) => {
    const pasted = applySuggestion(config, issue)
    if (pasted === undefined) return []
    const others = before.filter((other) => other !== issue).map(nameOf)
    return issuesOf(pasted)
      .filter(({ code }) => !isOnlyRenamed(issue) || code === 'unknown-option')
      .map(nameOf)
      .filter((name) => !others.includes(name))
      .map((name) => `${nameOf(issue)} -> ${issue.suggestion} -> ${name}`)
  })
}

/** What is refused after all of an error's suggestions were pasted, and was not before. */
export const secondRoundOfAll = (config: unknown): string[] => {
  const before = issuesOf(config)
  const names = before.map(nameOf)
  // From behind, because several members may take the place of one.
  const pasted = [...before]
    .filter((issue) => !isOnlyRenamed(issue))
    .sort((one, other) => Number(other.path.at(-1)) - Number(one.path.at(-1)) || 0)
    .reduce((mended, issue) => applySuggestion(mended, issue) ?? mended, config)
  return issuesOf(pasted)
    .map(nameOf)
    .filter((name) => !names.includes(name))
}
