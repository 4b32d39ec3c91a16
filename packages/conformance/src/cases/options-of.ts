import type { CaseOptions, OptionsCase } from '../case.js'

type Entry = Omit<OptionsCase, 'set' | 'options' | 'level'> & { readonly level?: OptionsCase['level'] }

/** Cases that share an adapter's options, and so a server. */
export const optionsCasesOf = (options: CaseOptions, entries: readonly Entry[]): readonly OptionsCase[] =>
  entries.map((entry) => ({ set: 'options', level: 'MUST', options, ...entry }))
