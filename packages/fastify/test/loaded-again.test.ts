import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { compileFunction, createContext, runInContext, runInNewContext } from 'node:vm'
import fastify, { type FastifyPluginAsync } from 'fastify'
import { expect, test } from 'vitest'

/** Jest loads all modules anew for each test file, with global objects of its own, into a process that stays. */
const load = (parsingContext = createContext()): FastifyPluginAsync<{ origins: string[] }> => {
  const module = { exports: {} }
  const evaluate = compileFunction(SOURCE, ['module', 'exports', 'require'], { parsingContext })
  evaluate(module, module.exports, createRequire(BUILT))
  return module.exports as ReturnType<typeof load>
}

/** An object that is there as long as anything is that was loaded with it. */
const loadAndForget = (): WeakRef<object> => {
  const context = createContext()
  load(context)
  return new WeakRef(runInContext('Object', context) as object)
}

const BUILT = new URL('../dist/index.cjs', import.meta.url)
const SOURCE = readFileSync(BUILT, 'utf8')

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

test('what was loaded before is let go', async () => {
  const copies = Array.from({ length: 5 }, loadAndForget)
  const areThere = (): boolean[] => copies.map((copy) => copy.deref() !== undefined)
  // V8 may need one for what it still compiles; what is listened with would stay for good.
  for (let attempt = 0; attempt < 20 && areThere().indexOf(true) < 4; attempt++) {
    await setImmediate()
    collectGarbage()
  }
  // The last one listens for applications.
  expect(areThere()).toEqual([false, false, false, false, true])
})

test('routes that follow a register which nobody awaits are seen by each', async () => {
  for (const cors of [load(), load()]) {
    const app = fastify()
    void app.register(cors, { origins: ['https://app.example'] })
    app.put('/', { config: { cors: { origins: ['https://own.example'], methods: ['PUT'] } } }, async () => '')
    const headers = { origin: 'https://own.example', 'access-control-request-method': 'PUT' }
    const { statusCode } = await app.inject({ method: 'OPTIONS', url: '/', headers })
    expect(statusCode).toBe(204)
    await app.close()
  }
})
