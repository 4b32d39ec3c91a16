import { describe, expect, it } from 'vitest'
import { listen } from '../src/services.js'
import { ask } from './ask.js'
import { caches, isMissing, startCache } from './caches.js'

/** What the suite must be able to see: a service that does not say that its answer depends on the origin. */
describe.each(caches)('$name', (shared) => {
  it.skipIf(isMissing(shared))('hands the answer for one origin to all if Vary is forgotten', async () => {
    const service = await listen(({ headers: { origin } }, response) => {
      if (origin === 'https://app.example.com') response.setHeader('access-control-allow-origin', origin)
      response.end('[]')
    })
    const cache = await startCache(shared, service.url)
    try {
      await ask(`${cache.url}/first`, 'https://attacker.example')
      // One request of a stranger, and the front end can read no more.
      expect(await ask(`${cache.url}/first`, 'https://app.example.com')).toEqual({
        status: 200,
        cors: {},
        isHit: true,
      })
    } finally {
      await cache.close()
      await service.close()
    }
  })
})
