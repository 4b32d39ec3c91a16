import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../../../tooling/ask-service.js'
import { controlPolicyPath, controlRunsPath, customer, type RunningService } from '../src/index.js'
import type { ShopUnderTest } from './shop-under-test.js'

const origin = 'https://app.example'

/** Programs on this machine replace the policy and count the handlers, in test mode; nobody else does. */
export const testControl = ({
  start,
  preflightWithoutCors,
}: Pick<ShopUnderTest, 'start' | 'preflightWithoutCors'>): void => {
  test('there is no control without test mode', async () => {
    const service = await start({ port: 0 })
    const answer = await ask(service.url, 'PUT', controlPolicyPath, {}, { origins: '*' })
    await service.close()
    expect(answer.status).toBe(404)
  })

  test('a mistake in the policy fails the start', async () => {
    await expect(start({ port: 0, policy: { origins: [] } })).rejects.toThrow('origins')
  })

  describe('test mode', () => {
    let service: RunningService
    beforeEach(async () => {
      service = await start({ port: 0, control: true })
    })
    afterEach(() => service.close())

    test('the policy is replaced while requests are served', async () => {
      const before = await ask(service.url, 'GET', '/products', { origin })
      const replaced = await ask(service.url, 'PUT', controlPolicyPath, {}, { origins: [origin], maxAge: 5 })
      const after = await ask(service.url, 'GET', '/products', { origin })
      expect([before.cors, replaced.status, after.cors]).toEqual([
        [],
        204,
        [`access-control-allow-origin: ${origin}`],
      ])
    })

    test('a bad configuration is refused with its mistakes, and changes nothing', async () => {
      const replaced = await ask(service.url, 'PUT', controlPolicyPath, {}, { origins: ['app.example'] })
      expect(replaced.status).toBe(400)
      expect(JSON.parse(replaced.body).issues).toMatchObject([
        { code: 'origin-invalid', path: ['origins', 0] },
      ])
      const after = await ask(service.url, 'GET', '/products', { origin: 'http://localhost:4000' })
      expect(after.cors).toHaveLength(3)
    })

    test('no page may control, the listed one neither', async () => {
      for (const from of ['http://localhost:4000', 'null', origin]) {
        const headers = { origin: from }
        const replaced = await ask(service.url, 'PUT', controlPolicyPath, headers, { origins: '*' })
        const asked = { ...headers, 'access-control-request-method': 'PUT' }
        const preflight = await ask(service.url, 'OPTIONS', controlPolicyPath, asked)
        expect([replaced.status, replaced.cors]).toEqual([403, []])
        expect([preflight.status, preflight.cors]).toEqual([preflightWithoutCors, []])
      }
      expect((await ask(service.url, 'GET', '/products', { origin })).cors).toEqual([])
    })

    test('handlers that have run are counted: no preflight, guard, validation or 404', async () => {
      const page = { origin: 'http://localhost:4000' }
      const asked = { ...page, 'access-control-request-method': 'PUT' }
      await ask(service.url, 'OPTIONS', '/products/1', asked)
      await ask(service.url, 'GET', '/me', page)
      await ask(service.url, 'POST', '/products', page, {})
      await ask(service.url, 'GET', '/missing', page)
      const none = await ask(service.url, 'GET', controlRunsPath)
      await ask(service.url, 'GET', '/products', page)
      await ask(service.url, 'POST', '/login', page, customer)
      const two = await ask(service.url, 'GET', controlRunsPath)
      expect([none.body, two.body]).toEqual(['{"runs":0}', '{"runs":2}'])
    })
  })
}
