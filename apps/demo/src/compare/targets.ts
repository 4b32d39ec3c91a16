import type { CaseRequest } from '@cors/conformance'

/** A request without its origin, and what the shop answers. */
export interface Target {
  readonly request: CaseRequest
  readonly status?: number
}

const get = (path: string, status: number, ...headers: CaseRequest['headers']): Target => ({
  request: { method: 'GET', path, headers },
  status,
})

const send = (method: string, path: string, status: number, body: string, type?: string): Target => ({
  request: { method, path, headers: [['Content-Type', type ?? 'application/json']], body },
  status,
})

const undefinedByShop = (method: string, path: string): Target => ({ request: { method, path, headers: [] } })

const lamp = JSON.stringify({ name: 'Lamp', price: 4900 })
const wrongPassword = JSON.stringify({ user: 'ada', password: 'guess' })

/** @param entityTag of `/products/1` */
export const targetsWith = (entityTag: string): readonly Target[] => [
  get('/products', 200),
  { request: { method: 'HEAD', path: '/products', headers: [] }, status: 200 },
  get('/products/1', 200),
  send('PUT', '/products/2', 200, lamp),
  { request: { method: 'DELETE', path: '/products/99', headers: [] }, status: 204 },
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
  get('/export', 200),
  get('/events', 200),
  get('/public/prices', 200),
  get('/internal/stock', 200),
  // No preflight: the application answers.
  undefinedByShop('OPTIONS', '/products'),
  undefinedByShop('PATCH', '/products/1'),
  // Last, as the streams above grow by every product.
  send('POST', '/products', 201, lamp),
]
