import { describe } from 'vitest'
import { testShop } from '../../service/test-suites/shop.js'
import { platforms } from './platforms.js'

describe.each(platforms)('$id', ({ id, start, stockSpelled }) => {
  testShop({
    id,
    start,
    cookieAttributes: 'Path=/; HttpOnly; SameSite=Lax',
    pricesVary: undefined,
    preflightWithoutCors: 404,
    stockSpelled,
  })
})
