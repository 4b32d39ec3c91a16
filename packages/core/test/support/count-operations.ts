type Countable =
  | 'get'
  | 'has'
  | 'includes'
  | 'indexOf'
  | 'find'
  | 'filter'
  | 'some'
  | 'startsWith'
  | 'slice'
  | 'charCodeAt'
  | 'split'
  | 'join'

const PLACES: readonly (readonly [prototype: object, names: readonly Countable[]])[] = [
  [Map.prototype, ['get', 'has']],
  [Set.prototype, ['has']],
  [Array.prototype, ['includes', 'indexOf', 'find', 'filter', 'some', 'slice', 'join']],
  [String.prototype, ['includes', 'indexOf', 'startsWith', 'slice', 'charCodeAt', 'split']],
]

/** How often the built-in functions that search are called, each with its name. No time is measured. */
export const countOperations = (run: () => unknown): Record<string, number> => {
  const counts: Record<string, number> = {}
  const restore: (() => void)[] = []
  for (const [prototype, names] of PLACES) {
    for (const name of names) {
      const descriptor = Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor
      const original = descriptor.value as (...args: unknown[]) => unknown
      const label = `${prototype.constructor.name}.${name}`
      counts[label] = 0
      const value = function counted(this: unknown, ...args: unknown[]): unknown {
        counts[label] = (counts[label] ?? 0) + 1
        return Reflect.apply(original, this, args)
      }
      Object.defineProperty(prototype, name, { ...descriptor, value })
      restore.push(() => Object.defineProperty(prototype, name, descriptor))
    }
  }
  try {
    run()
  } finally {
    for (const undo of restore) undo()
  }
  return counts
}
