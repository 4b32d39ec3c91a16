import type { CallGroup } from './call.js'
import { preflighted, preflightKept, simple, unsentByEverybody } from './expected.js'

const json = {
  via: 'fetch',
  headers: { 'Content-Type': 'application/json' },
  credentials: 'include',
} as const

const lamp = JSON.stringify({ name: 'Lamp', price: 4900 })

export const changing: CallGroup = {
  title: 'Changing',
  calls: [
    {
      ...json,
      id: 'create',
      title: 'Create a product',
      lesson: 'POST is safelisted, a JSON body is not: the preflight is for Content-Type.',
      method: 'POST',
      path: '/products',
      body: JSON.stringify({ name: 'Clock', price: 2500 }),
      expected: preflighted(201, ['etag', 'location']),
    },
    {
      ...json,
      id: 'create-text',
      title: 'Create one, as plain text',
      lesson: 'Any page can send this without asking, so the service itself must refuse what is not JSON.',
      method: 'POST',
      path: '/products',
      headers: { 'Content-Type': 'text/plain' },
      body: '{"name":"Clock","price":2500}',
      expected: simple(400),
    },
    {
      ...json,
      id: 'update',
      title: 'Change a product',
      lesson:
        'Where the origin is allowed, the answer names every method and header of the policy, for ten minutes.',
      method: 'PUT',
      path: '/products/2',
      body: lamp,
      expected: preflighted(200, ['etag']),
    },
    {
      ...json,
      id: 'update-again',
      title: 'Change it once more',
      lesson: 'The same URL within ten minutes: the browser has kept the answer. (A refusal is never kept.)',
      method: 'PUT',
      path: '/products/2',
      body: lamp,
      sameUrlAs: 'update',
      expected: preflightKept(200, ['etag']),
    },
    {
      ...json,
      id: 'delete',
      title: 'Delete a product',
      lesson: 'A stranger’s DELETE never reaches the service: its preflight is refused.',
      method: 'DELETE',
      path: '/products/3',
      headers: {},
      expected: preflighted(204),
    },
    {
      ...json,
      id: 'unlisted-method',
      title: 'Use a method that is not listed',
      lesson: 'The origin is allowed, and PATCH is not among the methods: the browser stops here.',
      method: 'PATCH',
      path: '/products/1',
      body: lamp,
      expected: unsentByEverybody,
    },
  ],
}
