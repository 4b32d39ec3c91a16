import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'

/** An application with one route, and what a request to it is answered. */
interface Case {
  readonly build: (app: FastifyInstance) => void
  readonly path?: string
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly status: number
  readonly answer?: string
  readonly vary?: string
}

const byHand = {
  'Access-Control-Allow-Origin': 'https://by.hand',
  'access-control-allow-methods': 'PURGE',
  vary: 'Accept-Encoding',
}
const json = { 'content-type': 'application/json' }
const body = { type: 'object', required: ['name'], properties: { name: { type: 'string' } } }

/** Every kind of response that an application can give. */
export const responses: Readonly<Record<string, Case>> = {
  '404 without a handler': { build: () => {}, path: '/missing', status: 404 },
  '404 of an own handler': {
    build: (app) => app.setNotFoundHandler((_, reply) => reply.code(404).send('gone')),
    path: '/missing',
    status: 404,
    answer: 'gone',
  },
  '404 by callNotFound': { build: (app) => app.get('/', (_, reply) => reply.callNotFound()), status: 404 },
  'a method that the path does not have': {
    build: (app) => app.get('/', async () => 'ok'),
    method: 'PUT',
    status: 404,
  },
  'validation of the body': {
    build: (app) => app.post('/', { schema: { body } }, async () => 'ok'),
    method: 'POST',
    headers: json,
    body: '{}',
    status: 400,
  },
  'a malformed body': {
    build: (app) => app.post('/', async () => 'ok'),
    method: 'POST',
    headers: json,
    body: '{"a":',
    status: 400,
  },
  'a body that is too long': {
    build: (app) => app.post('/', { bodyLimit: 2 }, async () => 'ok'),
    method: 'POST',
    headers: json,
    body: '"long"',
    status: 413,
  },
  'a type that nobody parses': {
    build: (app) => app.post('/', async () => 'ok'),
    method: 'POST',
    headers: { 'content-type': 'image/png' },
    body: 'png',
    status: 415,
  },
  'a thrown error': {
    build: (app) =>
      app.get('/', () => {
        throw new Error('thrown')
      }),
    status: 500,
  },
  'a rejection': {
    build: (app) => app.get('/', async () => Promise.reject(new Error('rejected'))),
    status: 500,
  },
  'an error handler that clears all headers': {
    build: (app) => {
      app.setErrorHandler((_, __, reply) => {
        for (const name of Object.keys(reply.getHeaders())) reply.removeHeader(name)
        for (const name of reply.raw.getHeaderNames()) reply.raw.removeHeader(name)
        return reply.code(502).send('handled')
      })
      app.get('/', async () => Promise.reject(new Error('rejected')))
    },
    status: 502,
    answer: 'handled',
  },
  'an error of the serializer': {
    build: (app) =>
      app.get('/', (_, reply) => {
        const fail = (): string => {
          throw new Error('thrown')
        }
        return reply.serializer(fail).send({})
      }),
    status: 500,
  },
  'an error in onSend': {
    build: (app) => {
      app.addHook('onSend', async () => Promise.reject(new Error('rejected')))
      app.get('/', async () => 'ok')
    },
    status: 500,
  },
  'a stream': {
    build: (app) => app.get('/', (_, reply) => reply.send(Readable.from(['a', 'b']))),
    status: 200,
    answer: 'ab',
  },
  'a stream that fails at once': {
    build: (app) =>
      app.get('/', (_, reply) =>
        reply.send(
          new Readable({
            read() {
              this.destroy(new Error('failed'))
            },
          }),
        ),
      ),
    status: 500,
  },
  'a Response': {
    build: (app) => app.get('/', async () => new Response('web', { headers: byHand })),
    status: 200,
    answer: 'web',
    vary: 'Accept-Encoding, Origin',
  },
  'server-sent events': {
    build: (app) =>
      app.get('/', (_, reply) => {
        reply.hijack()
        reply.raw.setHeader('content-type', 'text/event-stream')
        reply.raw.flushHeaders()
        reply.raw.write('data: one\n\n')
        setImmediate(() => reply.raw.end('data: two\n\n'))
      }),
    status: 200,
    answer: 'data: one\n\ndata: two\n\n',
  },
  'a hijacked reply': {
    build: (app) =>
      app.get('/', (_, reply) => {
        reply.hijack()
        reply.raw.end('raw')
      }),
    status: 200,
    answer: 'raw',
  },
  'a raw head with its own headers': {
    build: (app) =>
      app.get('/', (_, reply) => {
        reply.hijack()
        reply.raw.writeHead(201, 'Made', byHand).end('raw')
      }),
    status: 201,
    answer: 'raw',
    vary: 'Accept-Encoding, Origin',
  },
  'a raw head with a flat list': {
    build: (app) =>
      app.get('/', (_, reply) => {
        reply.hijack()
        reply.raw.writeHead(201, Object.entries(byHand).flat()).end('raw')
      }),
    status: 201,
    answer: 'raw',
    vary: 'Accept-Encoding, Origin',
  },
  'headers that the handler sets': {
    build: (app) => app.get('/', (_, reply) => reply.headers(byHand).send('ok')),
    status: 200,
    vary: 'Accept-Encoding, Origin',
  },
  'Vary of any': {
    build: (app) => app.get('/', (_, reply) => reply.header('vary', '*').send('ok')),
    status: 200,
    vary: '*',
  },
  'a redirect': { build: (app) => app.get('/', (_, reply) => reply.redirect('/elsewhere')), status: 302 },
  HEAD: { build: (app) => app.get('/', async () => 'ok'), method: 'HEAD', status: 200, answer: '' },
  '304': { build: (app) => app.get('/', (_, reply) => reply.code(304).send()), status: 304 },
  '204': { build: (app) => app.get('/', (_, reply) => reply.code(204).send()), status: 204 },
  trailers: {
    build: (app) => app.get('/', (_, reply) => reply.trailer('x-end', async () => 'end').send('ok')),
    status: 200,
  },
  'authentication added later': {
    build: (app) => {
      app.addHook('onRequest', async (_, reply) => reply.code(401).send('who?'))
      app.get('/', async () => 'ok')
    },
    status: 401,
    answer: 'who?',
  },
  'authentication of a route': {
    build: (app) =>
      app.get('/', { preValidation: async (_, reply) => reply.code(403).send('no') }, async () => 'ok'),
    status: 403,
    answer: 'no',
  },
}
