import { cors } from '@cors/fastify'
import type { FastifyInstance, RouteOptions } from 'fastify'
import { describe, expect, it } from 'vitest'
import { fastifies } from './support/fastifies.js'
import { inner, outer } from './support/policies.js'

const handler = async (): Promise<string> => 'ok'

describe.each(fastifies)('%s: what others see of the hidden routes', (_, create) => {
  const build = async (isRouted: boolean): Promise<{ app: FastifyInstance; seen: RouteOptions[] }> => {
    const app = create()
    const seen: RouteOptions[] = []
    await app.register(cors, outer)
    app.addHook('onRoute', (route) => void seen.push(route))
    app.get('/a', handler)
    app.post('/a', handler)
    app.options('/own', handler)
    if (isRouted) app.get('/b', { config: { cors: inner } }, handler)
    await app.ready()
    return { app, seen }
  }

  it('nothing, where one policy governs everything', async () => {
    const { app, seen } = await build(false)
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'GET /a',
      'HEAD /a',
      'POST /a',
      'OPTIONS /own',
    ])
    expect(app.printRoutes()).not.toContain('corsPreflight')
    expect(app.hasConstraintStrategy('corsPreflight')).toBe(false)
  })

  it('otherwise one OPTIONS route a path, which documentation leaves out', async () => {
    const { app, seen } = await build(true)
    const hidden = seen.filter(({ schema }) => (schema as { hide?: boolean } | undefined)?.hide === true)
    expect(hidden.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'OPTIONS /a',
      'OPTIONS /own',
      'OPTIONS /b',
    ])
    expect(seen.length - hidden.length).toBe(6)
    for (const url of ['/a', '/b']) expect(app.hasRoute({ method: 'OPTIONS', url })).toBe(false)
    expect(app.hasRoute({ method: 'OPTIONS', url: '/own' })).toBe(true)
    const response = await app.inject({ method: 'OPTIONS', url: '/a' })
    expect(response.statusCode).toBe(404)
  })

  it('many routes of many hosts on one path do not exceed the limits of the router', async () => {
    const app = create()
    await app.register(cors, outer)
    for (let number = 0; number < 30; number++) {
      for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
        app.route({
          method,
          url: '/',
          constraints: { host: `${number}.example` },
          config: { cors: inner },
          handler,
        })
      }
    }
    await app.ready()
    const headers = {
      origin: 'https://partner.example',
      host: '29.example',
      'access-control-request-method': 'PUT',
    }
    const response = await app.inject({ method: 'OPTIONS', url: '/', headers })
    expect(response.statusCode).toBe(204)
  })
})
