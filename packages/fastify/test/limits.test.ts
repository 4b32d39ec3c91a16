import { once } from 'node:events'
import { connect, Socket } from 'node:net'
import { cors } from '@cors/fastify'
import type fastify from 'fastify'
import type { FastifyServerOptions } from 'fastify'
import { describe, expect, it } from 'vitest'
import { exchange } from './support/exchange.js'
import { fastifies } from './support/fastifies.js'
import { app as appOrigin, outer, outerActual } from './support/policies.js'
import { start } from './support/start.js'

/* What Fastify and Node make impossible. The README lists each with the name of its test. */

const without = { cors: {}, vary: undefined }

/** The whole answer to bytes that no HTTP client would send. */
const sendBytes = (url: string, bytes: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => socket.write(bytes))
    let answer = ''
    socket.setEncoding('latin1')
    socket.on('data', (piece: string) => {
      answer += piece
    })
    socket.on('end', () => resolve(answer))
    socket.on('error', reject)
  })

/** The answer to a request on an open connection, while the application closes. */
const askWhileClosing = async (
  create: typeof fastify,
  options: FastifyServerOptions = {},
): Promise<string | undefined> => {
  const socket = new Socket().setEncoding('latin1')
  const head = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${appOrigin}\r\n\r\n`
  const url = await start(
    create,
    async (app) => {
      let release = (): void => {}
      app.addHook('preClose', (done) => {
        // Answers come in order, so that this one is held until the other request is there.
        app.server.once('request', () => release())
        socket.write(head('/'))
        done()
      })
      await app.register(cors, outer)
      app.get('/', async () => 'ok')
      app.get('/held', (_, reply) => {
        release = () => reply.send('ok')
        app.close()
      })
    },
    { forceCloseConnections: false, ...options },
  )
  const { hostname, port } = new URL(url)
  let answers = ''
  socket.on('data', (piece) => {
    answers += piece
  })
  socket.connect(Number(port), hostname).write(head('/held'))
  await once(socket, 'close')
  return answers.split('HTTP/1.1 ')[2]
}

describe.each(fastifies)('%s: limits', (name, create) => {
  const isNewest = name !== 'Fastify 5.0'
  const serve = (): Promise<string> =>
    start(
      create,
      async (app) => {
        app.addHook('onRequest', async (request, reply) => {
          if (request.url !== '/hijacked') return
          reply.hijack()
          reply.raw.end('raw')
        })
        await app.register(cors, outer)
        app.get('/hijacked', async () => 'ok')
        app.get('/items/:id', async () => 'ok')
      },
      isNewest ? { routerOptions: { maxParamLength: 5 } } : { maxParamLength: 5 },
    )

  it('a URL that cannot be decoded is answered before any hook runs', async () => {
    const answer = await exchange(await serve(), '/%', { origin: appOrigin })
    expect(answer).toMatchObject({ status: 400, ...without })
  })

  it('a parameter that is too long is answered before any hook runs', async () => {
    const answer = await exchange(await serve(), '/items/123456', { origin: appOrigin })
    expect(answer).toMatchObject(isNewest ? { status: 414, ...without } : { status: 404, cors: outerActual })
  })

  it.each([
    ['a header that is none', 'no header', '400 Bad Request'],
    ['headers that are too long', `x: ${'x'.repeat(20_000)}`, '431 Request Header Fields Too Large'],
    ['an expectation that nobody has', 'Expect: tea', '417 Expectation Failed'],
  ])('%s: Node answers by itself', async (_, line, status) => {
    const head = `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: ${appOrigin}\r\n${line}\r\n\r\n`
    const answer = await sendBytes(await serve(), head)
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status}`))
    expect(answer).not.toMatch(/access-control-|vary/i)
  })

  it('while it closes, Fastify answers before any hook runs', async () => {
    const answer = await askWhileClosing(create)
    expect(answer).toMatch(/^503 /)
    expect(answer).not.toMatch(/access-control-|vary/i)
  })

  it('with return503OnClosing: false the application answers until the end', async () => {
    const answer = await askWhileClosing(create, { return503OnClosing: false })
    expect(answer).toMatch(/^200 /)
    expect(answer).toContain(`access-control-allow-origin: ${appOrigin}`)
  })

  it('a hook added before that writes past Fastify is on its own', async () => {
    const answer = await exchange(await serve(), '/hijacked', { origin: appOrigin })
    expect(answer).toMatchObject({ status: 200, body: 'raw', ...without })
  })

  it.each([false, true])(
    'a hook of an ungoverned root that answers for what no route has is on its own (root registered: %s)',
    async (isRegistered) => {
      const url = await start(create, async (app) => {
        app.addHook('onRequest', async (_, reply) => reply.code(401).send('who are you?'))
        if (isRegistered) await app.register(cors, { policy: false })
        await app.register(
          async (scope) => {
            await scope.register(cors, outer)
            scope.get('/', async () => 'ok')
          },
          { prefix: '/scope' },
        )
      })
      const governed = { status: 401, cors: outerActual, vary: 'Origin' }
      expect(await exchange(url, '/scope', { origin: appOrigin })).toMatchObject(governed)
      expect(await exchange(url, '/scope/missing', { origin: appOrigin })).toMatchObject(
        isRegistered ? governed : { status: 401, ...without },
      )
    },
  )
})
