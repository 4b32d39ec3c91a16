import type { CaseRequest } from '@cors/conformance'

/** A request without its origin, and the lines that the shop defines. */
export interface Target {
  readonly request: CaseRequest
  readonly defined: readonly string[]
}

const ask = (method: string, path: string, status: number, ...headers: CaseRequest['headers']): Target => ({
  request: { method, path, headers },
  defined: [`status: ${status}`],
})

const get = (path: string, status: number, ...headers: CaseRequest['headers']): Target =>
  ask('GET', path, status, ...headers)

const stream = (path: string, type: string): Target => ({
  request: { method: 'GET', path, headers: [] },
  defined: ['status: 200', `content-type: ${type}`, 'transfer-encoding: chunked'],
})

const send = (method: string, path: string, status: number, body: string, type?: string): Target => ({
  request: { method, path, headers: [['Content-Type', type ?? 'application/json']], body },
  defined: [`status: ${status}`],
})

const undefinedByShop = (method: string, path: string): Target => ({
  request: { method, path, headers: [] },
  defined: [],
})

const lamp = JSON.stringify({ name: 'Lamp', price: 4900 })
const wrongPassword = JSON.stringify({ user: 'ada', password: 'guess' })

/** @param entityTag of `/products/1` */
export const targetsWith = (entityTag: string): readonly Target[] => [
  get('/products', 200),
  ask('HEAD', '/products', 200),
  get('/products/1', 200),
  send('PUT', '/products/2', 200, lamp),
  ask('DELETE', '/products/99', 204),
  get('/catalogue', 301),
  get('/products/1', 304, ['If-None-Match', entityTag]),
  send('POST', '/products', 400, '{}'),
  send('POST', '/products', 400, '{'),
  send('POST', '/products', 400, 'text', 'text/plain'),
  get('/me', 401),
  send('POST', '/login', 401, wrongPassword),
  get('/products/99', 404),
  send('PUT', '/products/99', 404, lamp),
  get('/missing', 404),
  undefinedByShop('DELETE', '/missing/too'),
  get('/failure', 500),
  stream('/export', 'text/csv'),
  stream('/events', 'text/event-stream'),
  get('/public/prices', 200),
  get('/internal/stock', 200),
  // No preflight: the application answers.
  undefinedByShop('OPTIONS', '/products'),
  undefinedByShop('PATCH', '/products/1'),
  // Last, as the streams above grow by every product.
  send('POST', '/products', 201, lamp),
]
