import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

type Run = (...values: unknown[]) => unknown
interface Registered {
  readonly name: string
  readonly run: () => unknown
}

/** What the suites need of vitest, run in this process, one test after the other, until one fails. */
export interface SmallVitest {
  /** What `import … from 'vitest'` gives. */
  readonly module: object
  /** The name of the first test that fails. */
  readonly firstFailure: () => Promise<string | undefined>
}

const rowsOf = (rows: readonly unknown[], each: (...values: unknown[]) => void): void => {
  for (const row of rows) each(...(Array.isArray(row) ? row : [row]))
}

/** The texts of a snapshot file. */
const readSnapshots = (url: URL): Record<string, string> => {
  const exports = {}
  new Function('exports', readFileSync(url, 'utf8'))(exports)
  return exports
}

export const createSmallVitest = (snapshots: readonly URL[]): SmallVitest => {
  const texts = Object.assign({}, ...snapshots.map(readSnapshots)) as Record<string, string>
  const tests: Registered[] = []
  let path: string[] = []
  let running = ''

  const register = (name: string, run: () => unknown): void => {
    tests.push({ name: [...path, name].join(' > '), run })
  }
  const describe = (name: string, define: () => void): void => {
    const before = path
    path = [...before, name]
    define()
    path = before
  }
  const eachOf = (define: (name: string, run: () => unknown) => void) => (rows: readonly unknown[]) => {
    return (name: string, run: Run): void => rowsOf(rows, (...values) => define(name, () => run(...values)))
  }
  /** Snapshots of texts are compared; vitest itself would take them for its own. */
  const expectWithSnapshots = (value: unknown, message?: string): object =>
    new Proxy(expect(value, message), {
      get: (assertion, key) =>
        key !== 'toMatchSnapshot'
          ? Reflect.get(assertion, key)
          : () => typeof value === 'string' && expect(`\n"${value}"\n`).toBe(texts[`${running} 1`]),
    })

  const after: (() => void)[] = []
  const module = {
    describe: Object.assign(describe, { each: eachOf(describe) }),
    test: Object.assign(register, { each: eachOf(register) }),
    expect: Object.assign(expectWithSnapshots, expect),
    afterEach: (run: () => void) => after.push(run),
  }
  const firstFailure = async (): Promise<string | undefined> => {
    for (const { name, run } of tests) {
      running = name
      try {
        await run()
      } catch {
        return name
      } finally {
        for (const each of after) each()
      }
    }
    return undefined
  }
  return { module, firstFailure }
}
