import { NaiveAdapter } from './naive-adapter.js'
import type { NaiveCors } from './naive-cors.js'
import type { Make } from './naive-server.js'

/** One thing done wrong, and cases that must notice. */
export interface Mistake {
  readonly name: string
  readonly make: Make
  readonly caughtBy: readonly string[]
}

export const inCors = (name: string, cors: new () => NaiveCors, ...caughtBy: string[]): Mistake => ({
  name,
  make: { adapter: (options, routes) => new NaiveAdapter(options, routes, new cors()) },
  caughtBy,
})

export const inAdapter = (name: string, adapter: typeof NaiveAdapter, ...caughtBy: string[]): Mistake => ({
  name,
  make: { adapter: (options, routes) => new adapter(options, routes) },
  caughtBy,
})
