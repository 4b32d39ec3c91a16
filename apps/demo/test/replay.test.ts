import { calls } from '@cors/app-service'
import { expect, test } from 'vitest'
import { replay } from '../src/explain/replay.js'
import type { HeaderField } from '../src/results/exchange.js'
import { exchange } from './results.js'

const origin = 'http://localhost:4000'
const url = 'http://localhost:4002/products/2?call=1-update'

const call = (id: string) => {
  const found = calls.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no call ${id}`)
  return found
}

const allowed: readonly HeaderField[] = [
  ['access-control-allow-origin', origin],
  ['access-control-allow-credentials', 'true'],
]
const granted: readonly HeaderField[] = [
  ...allowed,
  ['access-control-allow-methods', 'PUT'],
  ['access-control-allow-headers', 'content-type'],
  ['access-control-max-age', '600'],
]
const preflight = exchange('preflight', 204, granted)
const request = exchange('request', 200, allowed)

test('explains what was recorded', async () => {
  const explanation = await replay(origin, url, { call: call('update'), exchanges: [preflight, request] }, [])
  expect(explanation.readable).toBe(true)
})

test('names the header that decided', async () => {
  const exchanges = [exchange('preflight', 204, allowed)]
  const explanation = await replay(origin, url, { call: call('update'), exchanges }, [])
  expect(explanation).toMatchObject({ readable: false, header: 'access-control-allow-methods' })
})

test('a preflight may be kept from an earlier call of the same URL, and only from one', async () => {
  const again = { call: call('update-again'), exchanges: [request] }
  const earlier = { call: call('update'), exchanges: [preflight, request] }
  expect((await replay(origin, url, again, [earlier])).readable).toBe(true)
  expect(await replay(origin, url, again, [])).toMatchObject({
    readable: false,
    refusal: expect.stringContaining('the browser sent no preflight'),
  })
})
