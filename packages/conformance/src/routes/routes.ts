import type { ConformanceRoute } from './route.js'

/**
 * The application under test. There is no route for `/missing`, and none for PATCH. HEAD is served wherever GET
 * is, as every framework does or can do.
 */
export const routes: readonly ConformanceRoute[] = [
  { method: 'GET', path: '/ok', behaviour: 'ok' },
  { method: 'POST', path: '/ok', behaviour: 'ok' },
  { method: 'PUT', path: '/ok', behaviour: 'ok' },
  { method: 'DELETE', path: '/ok', behaviour: 'ok' },
  { method: 'POST', path: '/created', behaviour: 'created' },
  { method: 'GET', path: '/no-content', behaviour: 'no-content' },
  { method: 'GET', path: '/redirect', behaviour: 'redirect' },
  { method: 'GET', path: '/not-modified', behaviour: 'not-modified' },
  { method: 'OPTIONS', path: '/options', behaviour: 'options' },
  { method: 'GET', path: '/stream', behaviour: 'stream' },
  { method: 'GET', path: '/events', behaviour: 'events' },
  { method: 'GET', path: '/raw', behaviour: 'raw' },
  { method: 'GET', path: '/throw', behaviour: 'throw' },
  { method: 'GET', path: '/reject', behaviour: 'reject' },
  { method: 'GET', path: '/own-vary', behaviour: 'own-vary' },
  { method: 'GET', path: '/own-vary-any', behaviour: 'own-vary-any' },
  { method: 'GET', path: '/own-vary-origin', behaviour: 'own-vary-origin' },
  { method: 'GET', path: '/own-cors-headers', behaviour: 'own-cors-headers' },
  { method: 'GET', path: '/bad-request', behaviour: 'bad-request' },
  { method: 'POST', path: '/json', behaviour: 'json' },
  { method: 'GET', path: '/unauthorized', behaviour: 'unauthorized' },
  { method: 'GET', path: '/early', behaviour: 'early' },
]
