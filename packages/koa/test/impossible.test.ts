import { sendRequest } from '@cors/conformance'
import Koa from 'koa'
import { expect, test } from 'vitest'
import { corsLines } from '../../../tooling/ask-adapter.js'
import { cors } from '../src/index.js'
import { start } from './support/koas.js'

test('what Node answers before it calls Koa', async () => {
  const { url } = await start(Koa, (koa) => {
    koa.use(cors({ origins: ['https://app.example'] }))
  })
  const origin = ['Origin', 'https://app.example'] as const
  for (const [status, method, header] of [
    [417, 'GET', ['Expect', 'something']],
    [400, 'NO-SUCH', ['X-Own', '1']],
  ] as const) {
    const response = await sendRequest(url, { method, path: '/', headers: [origin, header] })
    expect(response.status).toBe(status)
    expect(corsLines(response)).toEqual([])
  }
})
