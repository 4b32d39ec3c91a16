import { afterAll, describe, expect, it } from 'vitest'
import { exchange, preflight } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import { recordingLogger } from './support/log.js'

/*
 * `const app = require('fastify')()` in the first line, and the package in a later one: nothing that is declared
 * before the plugin has loaded can be seen. So the applications are made here before anything imports it.
 */
const applications = fastifies.map(([name, create]) => {
  const make = () => {
    const { lines, options } = recordingLogger()
    return { app: create({ forceCloseConnections: true, ...options }), lines }
  }
  return { name, governed: make(), partly: make() }
})
afterAll(() =>
  Promise.all(applications.flatMap(({ governed, partly }) => [governed.app.close(), partly.app.close()])),
)

const { cors } = await import('@cors/fastify')
const { app, inner, innerActual, outer, outerActual, outerPreflight, partner } = await import(
  './support/policies.js'
)

const handler = async (): Promise<string> => 'ok'
const listening = { port: 0, host: '127.0.0.1' }

/** The level of each line of the log, and the route that it is about. */
const told = (lines: readonly { readonly level: number; readonly msg: string }[]): readonly string[] =>
  lines.map(({ level, msg }) => `${level} ${/GET \/\w+/.exec(msg)?.[0]}`)

// README: "await app.register".
describe.each(applications)(
  '$name: late routes of an application that was made before',
  ({ governed, partly }) => {
    it('their own policy holds for requests, not for preflights, and is reported once as an error', async () => {
      const { app: application, lines } = governed
      void application.register(cors, outer)
      application.get('/own', { config: { cors: inner } }, handler)
      application.get('/off', { config: { cors: false } }, handler)
      application.get('/wrong', { config: { cors: { origins: ['nonsense'] } } }, handler)
      const url = await application.listen(listening)
      const off = { status: 200, cors: {}, vary: undefined }
      for (let turn = 0; turn < 2; turn++) {
        expect(await exchange(url, '/own', { origin: partner })).toMatchObject({
          status: 200,
          cors: innerActual,
        })
        expect(await exchange(url, '/off', { origin: app })).toMatchObject(off)
        expect(await exchange(url, '/wrong', { origin: app })).toMatchObject(off)
        expect(await preflight(url, '/own', app, 'GET')).toMatchObject({ status: 204, cors: outerPreflight })
      }
      expect(told(lines)).toEqual(['50 GET /own', '50 GET /off', '50 GET /wrong', '50 GET /wrong'])
      expect(lines[0]?.msg).toContain('await app.register(cors, …)')
    })

    it('in a scope that nothing around it governs, unanswered preflights are reported once as an error', async () => {
      const { app: application, lines } = partly
      void application.register((scope, _, done) => {
        void scope.register(cors, outer)
        scope.get('/one', handler)
        scope.get('/two', handler)
        done()
      })
      void application.register(
        (scope, _, done) => {
          void scope.register(cors, outer)
          scope.get('/three', handler)
          done()
        },
        { prefix: '/v1' },
      )
      void application.register(async (scope) => {
        await scope.register(cors, outer)
        scope.get('/four', handler)
      })
      const url = await application.listen(listening)
      for (const path of ['/v1/three', '/four', '/one', '/two']) {
        expect(await exchange(url, path, { origin: app })).toMatchObject({ status: 200, cors: outerActual })
      }
      expect(await preflight(url, '/one', app, 'GET')).toMatchObject({ status: 404, cors: {} })
      expect(await preflight(url, '/v1/three', app, 'GET')).toMatchObject({
        status: 204,
        cors: outerPreflight,
      })
      expect(told(lines)).toEqual(['50 GET /one'])
    })
  },
)
