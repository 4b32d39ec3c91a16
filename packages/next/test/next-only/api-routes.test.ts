import { describe, expect, test } from 'vitest'
import { kit15, kit16 } from '../support/apps.js'
import { app, granted, preflightGranted, preflightVary, stranger } from '../support/send.js'
import { serverOf } from '../support/server-of.js'

const json = { 'Content-Type': 'application/json' }

describe.each([kit16, kit15])('withCorsApi in $name', (fixture) => {
  const { ask } = serverOf(fixture)
  const path = '/api/only/anything'

  test('a response has the headers of the policy instead of those that the handler writes', async () => {
    const answer = { status: 200, vary: ['accept', 'origin'] }
    expect(await ask({ path, origin: app })).toMatchObject({ ...answer, cors: granted })
    expect(await ask({ path, origin: stranger })).toMatchObject({ ...answer, cors: [] })
    expect(await ask({ path })).toMatchObject({ ...answer, cors: [] })
  })

  test('the policy replaces the headers of next.config.js', async () => {
    const path = '/api/only/config-headers'
    expect(await ask({ path, origin: app })).toMatchObject({ cors: granted })
    expect(await ask({ path, origin: stranger })).toMatchObject({ cors: [] })
    expect(await ask({ path, asks: 'PUT', origin: app })).toMatchObject({ cors: preflightGranted })
    expect(await ask({ path, asks: 'PUT', origin: stranger })).toMatchObject({ status: 403, cors: [] })
  })

  test('a preflight is answered without a body', async () => {
    const preflight = { vary: preflightVary, body: '' }
    const allowed = await ask({ path, asks: 'PUT', origin: app })
    expect(allowed).toMatchObject({ ...preflight, status: 204, cors: preflightGranted })
    const denied = await ask({ path, asks: 'PUT', origin: stranger })
    expect(denied).toMatchObject({ ...preflight, status: 403, cors: [] })
  })

  test('OPTIONS that is no preflight reaches the handler', async () => {
    const answer = await ask({ path, method: 'OPTIONS', origin: app })
    expect(answer).toMatchObject({ status: 200, cors: granted })
    expect(JSON.parse(answer.body)).toMatchObject({ method: 'OPTIONS' })
  })

  test('what Next.js makes of a thrown error has the headers', async () => {
    const path = '/api/only/throw'
    expect(await ask({ path, origin: app })).toMatchObject({ status: 500, cors: granted, vary: ['origin'] })
    expect(await ask({ path, origin: stranger })).toMatchObject({ status: 500, cors: [], vary: ['origin'] })
  })

  // What Next makes impossible.

  test('Next.js refuses a malformed body before the handler is called, without headers', async () => {
    const malformed = { method: 'POST', origin: app, headers: json, body: '{"a":' }
    expect(await ask({ path, ...malformed })).toMatchObject({ status: 400, cors: [], vary: [] })
  })

  test('with bodyParser set to false the handler refuses it, with headers', async () => {
    const path = '/api/only/unparsed'
    const post = { path, method: 'POST', origin: app, headers: json }
    expect(await ask({ ...post, body: '{"a":' })).toMatchObject({
      status: 400,
      cors: granted,
      vary: ['origin'],
    })
    expect(await ask({ ...post, body: '{"a":1}' })).toMatchObject({
      status: 200,
      cors: granted,
      body: '{"a":1}',
    })
  })
})
