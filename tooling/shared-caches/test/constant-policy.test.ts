import { describe, expect, it } from 'vitest'
import { services } from '../src/services.js'
import type { SharedCache } from '../src/shared-cache.js'
import { ask } from './ask.js'
import { caches, isMissing, startCache } from './caches.js'

/**
 * Koa's shop chooses the policy by path, with a function, so that its answers always depend on the origin. Next.js
 * adds members of its own to `Vary`, which HAProxy does not know.
 */
const isOneCopy = (service: string, shared: SharedCache): boolean =>
  service !== 'Koa' && (service !== 'Next.js' || shared.storesByOrigin)

const origins = ['https://one.example', 'https://two.example', 'null', undefined]

describe.each(services)('$name, read by everybody', ({ name, start }) => {
  it.each(caches.filter((shared) => !isMissing(shared)))(
    'behind $name one stored answer serves all',
    async (shared) => {
      const service = await start({ origins: '*' })
      const cache = await startCache(shared, service.url)
      try {
        const answers = []
        for (const origin of origins) answers.push(await ask(`${cache.url}/products`, origin))
        expect(answers).toEqual(
          origins.map((_, index) => ({
            status: 200,
            cors: { 'access-control-allow-origin': '*' },
            isHit: isOneCopy(name, shared) && index > 0,
          })),
        )
      } finally {
        await cache.close()
        await service.close()
      }
    },
  )
})
