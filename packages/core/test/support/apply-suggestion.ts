import type { CorsConfigIssue } from '../../src/index.js'

/** Suggestions that tell a person what to do elsewhere: there is nothing to paste here. */
const PROSE = [
  // The adapter's options are another object.
  /^policy: false, in the options/,
  /^policy: \(request\) =>/,
  /^in the options of the adapter/,
  // Two ways, of which only the reader knows the right one.
  /^"\*", without credentials, or a list/,
  // It is no configuration at all.
  /^this is a policy already/,
]

/** What the `lookup` in a suggestion stands for. */
const lookup = (): boolean => true

/** Code as it is pasted: with a function of one's own, and without what stands for more of the same. */
const evaluate = (code: string): unknown =>
  new Function('lookup', `return ${code.replace(', …]', ']').replace(', which returns', ' // ')}`)(lookup)

/** What is written in the place of a member: a text, or, as code, one or several. */
const membersOf = (suggestion: string): unknown[] =>
  /^["(]/.test(suggestion) ? (evaluate(`[${suggestion}]`) as unknown[]) : [suggestion]

/** An object or array that stands in another one, changed. */
const changed = (value: unknown, [step, ...rest]: CorsConfigIssue['path'], change: Change): unknown => {
  if (step === undefined) return value
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Container
  if (rest.length === 0) return change(copy, step)
  return Object.assign(copy, { [step]: changed(copy[step], rest, change) })
}

type Container = Record<string | number, unknown>
type Change = (container: Container, step: string | number) => unknown

/** The configuration after its reader did what an issue says; `undefined` where there is nothing to paste. */
export const applySuggestion = (config: unknown, issue: CorsConfigIssue): unknown => {
  const { path, code, suggestion, message, value } = issue
  const [, written] = /Write: \w+: (.*)\.$/s.exec(message) ?? []
  if (suggestion === undefined || PROSE.some((prose) => prose.test(written ?? suggestion))) return undefined
  return changed(config, path, (container, step) => {
    if (Array.isArray(container)) {
      container.splice(step as number, 1, ...membersOf(suggestion))
      return container
    }
    const { [step]: _, ...others } = container
    if (suggestion.startsWith('remove it')) return others
    if (code !== 'unknown-option') return { ...others, [step]: evaluate(suggestion) }
    return { ...others, [suggestion]: written === undefined ? value : evaluate(written) }
  })
}
