import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { runConformance, type Subject, sendRequest } from '@cors/conformance'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Runtime } from './support/runtime.js'
import { startBun, startDeno, startWorkerd } from './support/start.js'

const app = 'https://app.example.com'

const names = ['wire/actual-names', 'wire/preflight-names'].map((id) => ({
  id,
  reason: 'it capitalizes the names of header fields that it knows',
}))
const emptyOrigin = { id: 'kinds/empty-origin-preflight', reason: 'it hands on an empty `Origin` as none' }

const runtimes: readonly (readonly [string, () => Promise<Runtime>, Subject['skip']])[] = [
  ['Bun', startBun, names],
  ['Deno', startDeno, []],
  ['workerd', startWorkerd, [...names, emptyOrigin]],
]

const setCase = async (url: string, id: string): Promise<void> => {
  const { status } = await fetch(`${url}/control/case?id=${encodeURIComponent(id)}`)
  if (status !== 204) throw new Error(`the case ${id} was not taken: ${status}`)
}

const subjectOf = (name: string, url: () => string, skip: Subject['skip'] = []): Subject => ({
  name: `@cors/fetch on ${name}`,
  sets: ['policy', 'options'],
  skip,
  inapplicable: (each) =>
    each.set === 'options' && each.options.onDecision !== undefined
      ? 'what onDecision is told stays in the other process'
      : undefined,
  start: async (_, __, { id }) => {
    await setCase(url(), id)
    return { url: url(), close: () => {} }
  },
})

describe.each(runtimes)('%s', (name, start, skip) => {
  let runtime: Runtime
  beforeAll(async () => {
    runtime = await start()
  })
  afterAll(() => runtime?.close())

  runConformance(
    subjectOf(name, () => runtime.url, skip),
    { describe, it, beforeAll, afterAll },
  )

  it('copies an immutable response', async () => {
    await setCase(runtime.url, 'credentials/exact')
    const { status, headers } = await sendRequest(runtime.url, {
      method: 'GET',
      path: '/immutable',
      headers: [['Origin', app]],
    })
    const fields = headers.map(([field, value]) => `${field.toLowerCase()}: ${value}`)
    expect(status).toBe(302)
    expect(fields).toContain('location: https://elsewhere.example/')
    expect(fields.filter((field) => /^access-control-|^vary/.test(field)).sort()).toEqual([
      'access-control-allow-credentials: true',
      `access-control-allow-origin: ${app}`,
      'access-control-expose-headers: etag, x-request-id',
      'vary: Origin',
    ])
  })

  it('sends a text with its type and its length, as without this package', async () => {
    await setCase(runtime.url, 'credentials/exact')
    const { headers } = await sendRequest(runtime.url, {
      method: 'GET',
      path: '/text',
      headers: [['Origin', app]],
    })
    const fields = headers.map(([field, value]) => `${field}: ${value}`.toLowerCase().replace('; ', ';'))
    expect(fields).toContain('content-type: text/plain;charset=utf-8')
    expect(fields).toContain('content-length: 4')
  })

  it('passes on the upgrade to a WebSocket', async () => {
    const outgoing = request(`${runtime.url}/socket`, {
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        origin: app,
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-version': '13',
      },
    }).end()
    const [response] = (await once(outgoing, 'upgrade')) as [IncomingMessage]
    outgoing.destroy()
    expect(response.statusCode).toBe(101)
    expect(response.headers['sec-websocket-accept']).toBe('s3pPLMBiTxaQ9kYGzzhZRbK+xOo=')
  })
})
