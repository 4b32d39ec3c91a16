import type { CallResult } from '../src/results/call-result.js'
import type { Exchange, HeaderField } from '../src/results/exchange.js'

export const exchange = (
  kind: Exchange['kind'],
  status: number,
  headers: readonly HeaderField[] = [],
): Exchange => ({
  sequence: 1,
  kind,
  request: { method: kind === 'preflight' ? 'OPTIONS' : 'GET', target: '/', headers: [] },
  response: { status, headers },
})

export const readableResult = (
  status: number,
  headers: readonly HeaderField[] = [],
  exchanges: readonly Exchange[] = [exchange('request', status, headers)],
): CallResult => ({
  service: 'fastify',
  call: 'list',
  exchanges,
  script: { readable: true, status, headers, body: '' },
  explanation: { readable: true, steps: [] },
})

export const refusedResult = (...exchanges: readonly Exchange[]): CallResult => ({
  service: 'fastify',
  call: 'list',
  exchanges,
  script: { readable: false, error: 'TypeError' },
  explanation: { readable: false, refusal: 'there is no access-control-allow-origin', steps: [] },
})
