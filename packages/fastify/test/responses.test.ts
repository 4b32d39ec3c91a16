import { cors } from '@cors/fastify'
import { describe, expect, it } from 'vitest'
import { exchange } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import { app as appOrigin, outer, outerActual, stranger } from './support/policies.js'
import { responses } from './support/responses.js'
import { start } from './support/start.js'

describe.each(fastifies)('%s: every response carries the decision', (_, create) => {
  it.each(Object.entries(responses))(
    '%s',
    async (_, { build, path = '/', headers, status, answer, vary = 'Origin', ...rest }) => {
      const url = await start(create, async (app) => {
        await app.register(cors, outer)
        build(app)
      })
      const allowed = await exchange(url, path, { origin: appOrigin, ...headers }, rest)
      expect(allowed).toMatchObject({ status, cors: outerActual, vary })
      if (answer !== undefined) expect(allowed.body).toBe(answer)
      expect(await exchange(url, path, { origin: stranger, ...headers }, rest)).toMatchObject({
        status,
        cors: {},
        vary,
      })
      expect(await exchange(url, path, { ...headers }, rest)).toMatchObject({ status, cors: {}, vary })
    },
  )

  it.each(Object.entries(responses))(
    '%s, with everybody allowed',
    async (_, { build, path = '/', headers, status, vary, ...rest }) => {
      const url = await start(create, async (app) => {
        await app.register(cors, { origins: '*' })
        build(app)
      })
      const { answer: __, ...request } = rest
      for (const origin of [{ origin: stranger }, {}]) {
        expect(await exchange(url, path, { ...origin, ...headers }, request)).toMatchObject({
          status,
          cors: { 'access-control-allow-origin': '*' },
          vary: vary === 'Accept-Encoding, Origin' ? 'Accept-Encoding' : vary,
        })
      }
    },
  )

  it('inject', async () => {
    const app = create()
    await app.register(cors, outer)
    app.get('/', async () => 'ok')
    const { headers } = await app.inject({ url: '/', headers: { origin: appOrigin } })
    expect(headers).toMatchObject({ ...outerActual, vary: 'Origin' })
  })
})
