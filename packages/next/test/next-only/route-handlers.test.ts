import { describe, expect, test } from 'vitest'
import { kit15, kit16 } from '../support/apps.js'
import { app, granted, preflightGranted, preflightVary, stranger } from '../support/send.js'
import { serverOf } from '../support/server-of.js'

const notKept = [...preflightGranted.slice(0, -1), ['access-control-max-age', '0']]

describe.each([kit16, kit15])('withCors in $name', (fixture) => {
  const { ask, output } = serverOf(fixture)
  const path = '/only/plain'

  test('a response has the headers of the policy, and keeps its own', async () => {
    const answer = await ask({ path, origin: app })
    expect(answer).toMatchObject({
      status: 200,
      cors: granted,
      vary: ['accept', 'origin'],
      body: '{"plain":true}',
    })
    expect(answer.field('etag')).toBe('"1"')
  })

  test('a denied origin gets none, and neither does a request without Origin', async () => {
    for (const origin of [{ origin: stranger }, {}]) {
      expect(await ask({ path, ...origin })).toMatchObject({
        status: 200,
        cors: [],
        vary: ['accept', 'origin'],
      })
    }
  })

  test('HEAD is answered by GET, with the headers', async () => {
    expect(await ask({ path, method: 'HEAD', origin: app })).toMatchObject({
      status: 200,
      cors: granted,
      body: '',
    })
  })

  test('Response.redirect is immutable, and carries the headers all the same', async () => {
    const answer = await ask({ path, method: 'POST', origin: app })
    expect(answer).toMatchObject({ status: 303, cors: granted, vary: ['origin'] })
    expect(answer.field('location')).toMatch(/\/only\/target$/)
  })

  test('the body reaches the handler', async () => {
    expect(await ask({ path, method: 'PUT', origin: app, body: 'text' })).toMatchObject({
      cors: granted,
      body: 'text',
    })
  })

  test('a preflight is answered without a body', async () => {
    expect(await ask({ path, asks: 'PUT', origin: app })).toMatchObject({
      status: 204,
      cors: preflightGranted,
      vary: preflightVary,
      body: '',
    })
    expect(await ask({ path, asks: 'PUT', origin: stranger })).toMatchObject({
      status: 403,
      cors: [],
      vary: preflightVary,
      body: '',
    })
  })

  test('OPTIONS that is no preflight is answered with Allow', async () => {
    const answer = await ask({ path, method: 'OPTIONS', origin: app })
    expect(answer).toMatchObject({ status: 204, cors: granted, vary: ['origin'], body: '' })
    expect(answer.field('allow')).toBe('GET, HEAD, OPTIONS, POST, PUT')
  })

  test('an OPTIONS handler of your own gets what is no preflight', async () => {
    expect(await ask({ path: '/only/own-options', method: 'OPTIONS', origin: app })).toMatchObject({
      status: 200,
      cors: granted,
      body: 'options of the application',
    })
    expect(await ask({ path: '/only/own-options', asks: 'GET', origin: app })).toMatchObject({
      status: 204,
      cors: preflightGranted,
      body: '',
    })
  })

  test('params reach the handler', async () => {
    expect(await ask({ path: '/only/items/7', origin: app })).toMatchObject({
      cors: granted,
      body: '{"id":"7"}',
    })
  })

  test('a route handler on the edge runtime has the same headers', async () => {
    expect(await ask({ path: '/only/edge', origin: app })).toMatchObject({
      cors: granted,
      body: 'edge: true',
    })
    expect(await ask({ path: '/only/edge', asks: 'GET', origin: app })).toMatchObject({
      status: 204,
      cors: preflightGranted,
    })
  })

  test('a handler from another withCors keeps its policy, also for its preflights, which are not kept', async () => {
    const open = [['access-control-allow-origin', '*']]
    expect(await ask({ path: '/only/methods', origin: stranger })).toMatchObject({
      cors: open,
      vary: [],
      body: 'get',
    })
    expect(await ask({ path: '/only/methods', method: 'PUT', origin: app })).toMatchObject({ cors: granted })
    expect(await ask({ path: '/only/methods', method: 'PUT', origin: stranger })).toMatchObject({ cors: [] })
    expect(await ask({ path: '/only/methods', asks: 'GET', origin: stranger })).toMatchObject({
      status: 204,
      cors: [...open, ['access-control-max-age', '0']],
    })
    expect(await ask({ path: '/only/methods', asks: 'PUT', origin: stranger })).toMatchObject({
      status: 403,
      cors: [],
    })
    expect(await ask({ path: '/only/methods', asks: 'PUT', origin: app })).toMatchObject({
      status: 204,
      cors: notKept,
    })
    const options = await ask({ path: '/only/methods', method: 'OPTIONS' })
    expect(options.field('allow')).toBe('GET, HEAD, OPTIONS, PUT')
  })

  test('a policy function judges a preflight by the method that it asks about', async () => {
    const path = '/only/by-function'
    expect(await ask({ path, asks: 'GET', origin: stranger })).toMatchObject({ status: 204 })
    expect(await ask({ path, asks: 'PUT', origin: stranger })).toMatchObject({ status: 403, cors: [] })
    expect(await ask({ path, asks: 'PUT', origin: app })).toMatchObject({
      status: 204,
      cors: notKept,
    })
    expect(await ask({ path, origin: stranger })).toMatchObject({
      cors: [['access-control-allow-origin', '*']],
      vary: ['origin'],
    })
  })

  test('a policy function that fails is a server error without CORS headers, and is logged', async () => {
    for (const question of [{ origin: app }, { origin: app, asks: 'GET' }, {}]) {
      const answer = await ask({ path: '/only/failing', ...question })
      expect(answer).toMatchObject({ status: 500, cors: [], vary: ['origin'] })
      expect(answer.field('x-handler')).toBeUndefined()
    }
    expect(output()).toContain('the policy function of the route is made to reject')
  })

  // What Next makes impossible.

  test('405 is made by Next.js, without headers', async () => {
    expect(await ask({ path, method: 'DELETE', origin: app })).toMatchObject({
      status: 405,
      cors: [],
      vary: [],
    })
  })

  test.each([
    ['redirect', 307],
    ['not-found', 404],
    ['error', 500],
    ['error-response', 500],
  ])('what Next.js makes of a thrown %s has no headers', async (what, status) => {
    expect(await ask({ path: `/only/thrown/${what}`, origin: app })).toMatchObject({
      status,
      cors: [],
      vary: [],
    })
  })

  test('force-static hides the request from the policy, so nobody is allowed', async () => {
    const path = '/only/force-static'
    expect(await ask({ path, origin: app })).toMatchObject({ status: 200, cors: [], vary: ['origin'] })
    expect(await ask({ path, asks: 'GET', origin: app })).toMatchObject({ status: 204, cors: [] })
  })

  test.each(['prerendered', 'revalidated'])('a response for everybody may be %s', async (name) => {
    const answer = await ask({ path: `/only/${name}`, origin: stranger })
    expect(answer).toMatchObject({ cors: [['access-control-allow-origin', '*']], vary: [] })
    expect(answer.body).toBe('{"builtAt":"phase-production-build"}')
  })

  test('a header of next.config.js wins over the policy', async () => {
    expect(await ask({ path: '/only/config-headers', origin: stranger })).toMatchObject({
      cors: [['access-control-allow-origin', '*']],
      vary: ['accept-language', 'origin'],
    })
  })
})
