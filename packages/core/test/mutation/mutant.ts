/** One check, removed or weakened. See docs/decisions/0015-mutants-are-data.md. */
export interface Mutant {
  /** Of src/. */
  readonly file: string
  /** Stands in the file exactly once. */
  readonly find: string
  readonly replace: string
}

/** The mutants of one file, each as the text and what takes its place. */
export const mutantsOf = (
  file: string,
  ...changes: readonly (readonly [find: string, replace: string])[]
): Mutant[] => changes.map(([find, replace]) => ({ file, find, replace }))
