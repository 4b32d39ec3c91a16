import type { CallGroup } from './call.js'
import { readableByEverybody, readableByNobody } from './expected.js'

const get = { via: 'fetch', method: 'GET', headers: {} } as const

export const otherPolicies: CallGroup = {
  title: 'Routes with a policy of their own',
  calls: [
    {
      ...get,
      id: 'prices',
      title: 'Public prices',
      lesson: 'This route’s own policy is for everybody.',
      path: '/public/prices',
      credentials: 'omit',
      expected: readableByEverybody(200, ['etag']),
    },
    {
      ...get,
      id: 'prices-with-cookies',
      title: 'Public prices, with cookies',
      lesson: 'A route for everybody recognises nobody: browsers refuse * for a request with cookies.',
      path: '/public/prices',
      credentials: 'include',
      expected: readableByNobody,
    },
    {
      ...get,
      id: 'stock',
      title: 'The stock, for our own servers',
      lesson: 'CORS is off on this route: the service answers, and no script of another origin may read.',
      path: '/internal/stock',
      credentials: 'include',
      expected: readableByNobody,
    },
  ],
}
