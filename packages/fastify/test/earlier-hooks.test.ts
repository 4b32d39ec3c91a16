import { cors } from '@cors/fastify'
import fastifyPlugin from 'fastify-plugin'
import { describe, expect, test } from 'vitest'
import { mayBeAnsweredEarlier } from '../src/cors.js'
import { fastifies } from './support/fastifies.js'

const ours = async (): Promise<void> => {}

type Instance = ReturnType<(typeof fastifies)[number][1]>

describe.each(fastifies)('%s: whether a hook can end a request before ours runs', (_, create) => {
  const answerIn = async (add: (app: ReturnType<typeof create>) => unknown): Promise<boolean | undefined> => {
    const app = create()
    let answer: boolean | undefined
    add(app)
    app.register(
      fastifyPlugin(async (scope) => {
        answer = mayBeAnsweredEarlier(scope, [ours])
      }),
    )
    await app.ready()
    await app.close()
    return answer
  }

  test('no hook is there', async () => {
    expect(await answerIn(() => {})).toBe(false)
  })

  test('a hook of ours is there', async () => {
    expect(await answerIn((app) => app.addHook('onRequest', ours))).toBe(false)
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

  test('a scope that was loaded before has one', async () => {
    const scope = (inner: Instance, _: object, done: () => void): void => {
      inner.addHook('onRequest', async () => {})
      done()
    }
    expect(await answerIn((app) => app.register(async (outer: Instance) => void outer.register(scope)))).toBe(
      true,
    )
    expect(
      await answerIn((app) => app.register(async (outer: Instance) => void outer.get('/', async () => 'ok'))),
    ).toBe(false)
  })

  test('the answer of such a scope has the headers', async () => {
    const app = create()
    await app.register(async (scope) => {
      scope.addHook('onRequest', async (_request, reply) => reply.code(401).send('who?'))
      scope.get('/', async () => 'ok')
    })
    await app.register(cors, { origins: ['https://app.example'] })
    const { statusCode, headers } = await app.inject({ url: '/', headers: { origin: 'https://app.example' } })
    expect(statusCode).toBe(401)
    expect(headers).toMatchObject({ 'access-control-allow-origin': 'https://app.example', vary: 'Origin' })
    await app.close()
  })

  test('a scope inherits one', async () => {
    const app = create()
    app.addHook('onRequest', async () => {})
    await app.register(async (scope) => {
      expect(mayBeAnsweredEarlier(scope, [ours])).toBe(true)
    })
    await app.close()
  })
})

test('where the list is not where it was, there may be one', () => {
  expect(mayBeAnsweredEarlier({} as never, [])).toBe(true)
  expect(mayBeAnsweredEarlier({ [Symbol('fastify.hooks')]: {} } as never, [])).toBe(true)
  expect(mayBeAnsweredEarlier({ [Symbol('fastify.hooks')]: { onRequest: [] } } as never, [])).toBe(true)
})
