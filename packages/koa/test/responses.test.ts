import { Readable } from 'node:stream'
import { cors } from '@cors/koa'
import type { Context } from 'koa'
import { describe, expect, test } from 'vitest'
import { ask, corsLines } from '../../../tooling/ask-adapter.js'
import { koas, start } from './support/koas.js'

const app = 'https://app.example'
const allowed = [`access-control-allow-origin: ${app}`, 'access-control-expose-headers: etag']

interface Case {
  readonly handle: (context: Context) => void
  readonly status: number
  readonly body?: string
  /** Only where this Koa knows such a body. */
  readonly since?: 3
}

const byHand = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Max-Age': '9', Vary: 'Accept' }

const cases: Readonly<Record<string, Case>> = {
  'a head that is flushed before the body': {
    handle: (context) => {
      context.status = 200
      context.flushHeaders()
      context.body = 'later'
    },
    status: 200,
    body: 'later',
  },
  'a stream': {
    handle: (context) => {
      context.body = Readable.from(['a', 'b'])
    },
    status: 200,
    body: 'ab',
  },
  JSON: {
    handle: (context) => {
      context.body = { a: 1 }
    },
    status: 200,
    body: '{"a":1}',
  },
  'no body': {
    handle: (context) => {
      context.body = null
    },
    status: 204,
    body: '',
  },
  'a redirect': { handle: (context) => context.redirect('/elsewhere'), status: 302 },
  'not modified': {
    handle: (context) => {
      context.status = 304
    },
    status: 304,
    body: '',
  },
  'a handler that removes every header': {
    handle: (context) => {
      for (const name of context.res.getHeaderNames()) context.remove(name)
      context.body = 'bare'
    },
    status: 200,
    body: 'bare',
  },
  'a Response': {
    handle: (context) => {
      context.body = new Response('web', { headers: byHand })
    },
    status: 200,
    body: 'web',
    since: 3,
  },
  'a Blob': {
    handle: (context) => {
      context.body = new Blob(['blob'])
    },
    status: 200,
    body: 'blob',
    since: 3,
  },
}

describe.each(koas)('%s', (name, Application) => {
  const known = Object.entries(cases).filter(
    ([, { since }]) => since === undefined || name.startsWith('Koa 3'),
  )

  test.each(known)("%s, with a handler's own headers", async (kind, { handle, status, body }) => {
    const { url, errors } = await start(Application, (koa) => {
      koa.use(cors({ origins: [app], exposedHeaders: ['ETag'] }))
      koa.use((context) => {
        context.set(byHand)
        context.append('Access-Control-Allow-Origin', 'https://by.hand')
        handle(context)
      })
    })
    const response = await ask(url, { origin: app })
    expect(response.status).toBe(status)
    if (body !== undefined) expect(response.body).toBe(body)
    const vary = kind === 'a handler that removes every header' ? 'vary: Origin' : 'vary: Accept, Origin'
    expect(corsLines(response)).toEqual([...allowed, vary])
    expect(corsLines(await ask(url, { origin: 'https://stranger.example' }))).toEqual([vary])
    expect(errors).toEqual([])
  })
})
