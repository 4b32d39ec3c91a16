import fastifyPlugin from 'fastify-plugin'
import { describe, expect, test } from 'vitest'
import { mayBeAnsweredEarlier } from '../src/earlier-hooks.js'
import { fastifies } from './support/fastifies.js'

describe.each(fastifies)('%s: whether a hook can end a request before ours runs', (_, create) => {
  const answerIn = async (add: (app: ReturnType<typeof create>) => unknown): Promise<boolean | undefined> => {
    const app = create()
    let answer: boolean | undefined
    add(app)
    app.register(
      fastifyPlugin(async (scope) => {
        answer = mayBeAnsweredEarlier(scope)
      }),
    )
    await app.ready()
    await app.close()
    return answer
  }

  test('no hook is there', async () => {
    expect(await answerIn(() => {})).toBe(false)
  })

  test('hooks that run later are there', async () => {
    expect(await answerIn((app) => app.addHook('preHandler', async () => {}))).toBe(false)
  })

  test('a hook is there', async () => {
    expect(await answerIn((app) => app.addHook('onRequest', async () => {}))).toBe(true)
  })

  test('a plugin brought one', async () => {
    const plugin = fastifyPlugin(async (scope) => void scope.addHook('onRequest', async () => {}))
    expect(await answerIn((app) => app.register(plugin))).toBe(true)
  })

  test('a scope inherits one', async () => {
    const app = create()
    app.addHook('onRequest', async () => {})
    await app.register(async (scope) => {
      expect(mayBeAnsweredEarlier(scope)).toBe(true)
    })
    await app.close()
  })
})

test('where the list is not where it was, there may be one', () => {
  expect(mayBeAnsweredEarlier({} as never)).toBe(true)
  expect(mayBeAnsweredEarlier({ [Symbol('fastify.hooks')]: {} } as never)).toBe(true)
})
