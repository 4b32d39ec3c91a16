import type { RunningService } from '@cors/app-service'
import type { CorsRule } from '@cors/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { services } from '../src/services.js'
import type { RunningCache } from '../src/shared-cache.js'
import { type Answer, ask } from './ask.js'
import { caches, isMissing, startCache } from './caches.js'
import { orders } from './orders.js'

const app = 'https://app.example.com'
const preview = 'https://one.preview.example.com'
const stranger = 'https://attacker.example'

const policy: CorsRule = {
  origins: [app, 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT'],
  exposedHeaders: ['ETag'],
  maxAge: 600,
}

const allowed = (origin: string): Answer['cors'] => ({
  'access-control-allow-origin': origin,
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'etag',
})

/** Who asks, and exactly the CORS headers that each must get, from the service or from the cache. */
const visitors: readonly (readonly [origin: string | undefined, cors: Answer['cors']])[] = [
  [app, allowed(app)],
  [preview, allowed(preview)],
  [stranger, {}],
  [undefined, {}],
]

const preflightHeaders = { 'access-control-request-method': 'PUT' }

describe.each(services)('$name', ({ start }) => {
  let service: RunningService
  beforeAll(async () => {
    service = await start(policy)
  })
  afterAll(() => service.close())

  describe.each(caches)('behind $name', (shared) => {
    let cache: RunningCache | undefined
    beforeAll(async () => {
      if (!isMissing(shared)) cache = await startCache(shared, service.url)
    })
    afterAll(() => cache?.close())

    it.skipIf(isMissing(shared))(
      'whoever asks first, each origin gets its own answer, and keeps it',
      async () => {
        for (const [number, order] of orders(visitors).entries()) {
          const url = `${cache?.url}/products?order=${number}`
          for (const [origin, cors] of order)
            expect(await ask(url, origin)).toMatchObject({ status: 200, cors })
          for (const [origin, cors] of order) {
            expect(await ask(url, origin)).toEqual({ status: 200, cors, isHit: shared.storesByOrigin })
          }
        }
      },
    )

    it.skipIf(isMissing(shared))('a stored answer is no answer to a preflight', async () => {
      const url = `${cache?.url}/products?preflight`
      await ask(url, app)
      for (const origin of [app, stranger, app]) {
        const { status, cors } = await ask(url, origin, 'OPTIONS', preflightHeaders)
        expect([status, cors['access-control-allow-origin']]).toEqual(
          origin === app ? [204, app] : [403, undefined],
        )
      }
    })
  })
})
