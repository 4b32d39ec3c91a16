import { testShop } from '../../service/test-suites/shop.js'
import { start } from '../src/index.js'

testShop({
  id: 'koa',
  start,
  cookieAttributes: 'path=/; samesite=lax; httponly',
  // A middleware sees no route, so a function chooses by path: it could have asked who is there.
  pricesVary: 'Origin',
  preflightWithoutCors: 404,
  // The router has to be as strict as that function, which compares whole paths.
  stockSpelled: {
    '/internal/stock/': [404, 'the page'],
    '/Internal/stock': [404, 'the page'],
    '/internal/%73tock': [404, 'the page'],
    '//internal/stock': [404, 'the page'],
  },
})
