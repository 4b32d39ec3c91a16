import type { ServiceId, StartService } from '@cors/app-service'
import type { ShopUnderTest } from '../../service/test-suites/shop-under-test.js'
import { startOnExpress, startOnFastify } from '../src/index.js'

interface PlatformUnderTest {
  readonly id: ServiceId
  /** What `dist/main.js` is told. */
  readonly name: string
  readonly start: StartService
  readonly stockSpelled: ShopUnderTest['stockSpelled']
}

export const platforms: readonly PlatformUnderTest[] = [
  {
    id: 'nestjs-express',
    name: 'express',
    start: startOnExpress,
    // Its router is indifferent to case and to a slash at the end.
    stockSpelled: {
      '/internal/stock/': [200, 'nobody'],
      '/Internal/stock': [200, 'nobody'],
      '/internal/%73tock': [404, 'the page'],
      '//internal/stock': [404, 'the page'],
    },
  },
  {
    id: 'nestjs-fastify',
    name: 'fastify',
    start: startOnFastify,
    // Its router decodes a path before it compares.
    stockSpelled: {
      '/internal/stock/': [404, 'the page'],
      '/Internal/stock': [404, 'the page'],
      '/internal/%73tock': [200, 'nobody'],
      '//internal/stock': [404, 'the page'],
    },
  },
]
