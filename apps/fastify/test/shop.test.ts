import { testShop } from '../../service/test-suites/shop.js'
import { start } from '../src/index.js'

testShop({
  id: 'fastify',
  start,
  cookieAttributes: 'Path=/; HttpOnly; SameSite=Lax',
  pricesVary: undefined,
  preflightWithoutCors: 404,
  // Its router decodes a path before it compares.
  stockSpelled: {
    '/internal/stock/': [404, 'the page'],
    '/Internal/stock': [404, 'the page'],
    '/internal/%73tock': [200, 'nobody'],
    '//internal/stock': [404, 'the page'],
  },
})
