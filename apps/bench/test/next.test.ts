import { NextRequest } from 'next/server.js'
import { expect, test } from 'vitest'
import type { NextApplication } from '../src/measure/next.js'
import { ORIGIN } from '../src/scenarios/requests.js'

const headersFrom = async (application: NextApplication): Promise<unknown> => {
  const { proxy } = (await import(`../next/${application}/proxy.js`)) as {
    readonly proxy: (request: NextRequest, event: object) => Response | Promise<Response>
  }
  const response = await proxy(new NextRequest('http://localhost/', { headers: { origin: ORIGIN } }), {})
  return Object.fromEntries(response.headers)
}

/** A bench that compares different work measures nothing. */
test('next: ours and the limit write the same headers, which an empty proxy does not', async () => {
  const limit = await headersFrom('limit')
  expect(await headersFrom('cors')).toEqual(limit)
  expect(limit).toEqual({
    ...((await headersFrom('empty')) as object),
    'access-control-allow-credentials': 'true',
    'access-control-allow-origin': ORIGIN,
    vary: 'Origin',
  })
})
