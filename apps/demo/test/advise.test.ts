import { internalPolicy, shopPolicy } from '@cors/app-service'
import { expect, test } from 'vitest'
import { advise } from '../src/explain/advise.js'
import type { Exchange, HeaderField } from '../src/results/exchange.js'

const exchange = (method: string, headers: readonly HeaderField[]): Exchange => ({
  sequence: 1,
  kind: 'preflight',
  request: { method, target: '/', headers },
  response: { status: 204, headers: [] },
})

const front = 'http://localhost:4000'

test('says what the policy lacks for what was recorded', async () => {
  const headers: readonly HeaderField[] = [
    ['Origin', front],
    ['Access-Control-Request-Method', 'PATCH'],
    ['Access-Control-Request-Headers', 'x-debug'],
  ]
  expect(await advise(shopPolicy(front), exchange('OPTIONS', headers), true)).toEqual({
    edits: [{ message: 'Add "PATCH" to methods.' }, { message: 'Add "x-debug" to allowedHeaders.' }],
  })
})

test('says so where a route has no policy', async () => {
  expect(await advise(internalPolicy, exchange('GET', [['Origin', front]]), false)).toEqual({
    edits: [],
    advice: expect.stringContaining('switched off'),
  })
})

test('writes a new rule as one would', async () => {
  const { edits } = await advise({ origins: '*' }, exchange('GET', [['Origin', front]]), true)
  expect(edits.map(({ rule }) => rule)).toEqual([`{\n  origins: ['${front}'],\n  credentials: true\n}`])
})
