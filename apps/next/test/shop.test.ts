import { testShop } from '../../service/test-suites/shop.js'
import { start } from './support/start.js'

testShop({
  id: 'next',
  start,
  cookieAttributes: 'Path=/; HttpOnly; SameSite=lax',
  pricesVary: undefined,
  // Next.js answers OPTIONS by itself.
  preflightWithoutCors: 204,
  // It redirects to the plain path before the proxy, which lets out all of /internal/, found or not.
  stockSpelled: {
    '/internal/stock/': [308, 'nobody'],
    '/Internal/stock': [404, 'the page'],
    '/internal/%73tock': [404, 'nobody'],
    '//internal/stock': [308, 'nobody'],
  },
  // For its pages, but on all that the router finds. Compression adds the last one.
  ownVary: [
    'rsc',
    'next-router-state-tree',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'Accept-Encoding',
  ],
  sortsHeaders: true,
})
