import type { CallGroup } from './call.js'
import { preflighted, simple, unsentByEverybody } from './expected.js'

const get = { via: 'fetch', method: 'GET', headers: {}, credentials: 'include' } as const

export const reading: CallGroup = {
  title: 'Reading',
  calls: [
    {
      ...get,
      id: 'list',
      title: 'List the products',
      lesson:
        'A plain GET needs no preflight. A stranger’s GET is sent and answered, too: CORS decides who may read.',
      path: '/products',
      expected: simple(200, ['x-total-count']),
    },
    {
      ...get,
      id: 'read',
      title: 'Read a product',
      lesson: 'The script sees ETag, because the policy exposes it, and not X-Served-By, which it does not.',
      path: '/products/1',
      expected: simple(200, ['etag']),
    },
    {
      ...get,
      id: 'head',
      title: 'Ask for the headers alone',
      lesson: 'HEAD is safelisted like GET and POST: it never needs listing.',
      method: 'HEAD',
      path: '/products',
      expected: simple(200, ['x-total-count']),
    },
    {
      ...get,
      id: 'conditional',
      title: 'Read only if changed',
      lesson:
        'If-None-Match is not safelisted, so the browser asks first. A 304 carries the CORS headers, too.',
      path: '/products/1',
      headers: { 'If-None-Match': '"1-1"' },
      expected: preflighted(304, ['etag']),
    },
    {
      ...get,
      id: 'unlisted-header',
      title: 'Read with a header of its own',
      lesson: 'X-Debug is not among the allowedHeaders, so that even the shop’s own page cannot send it.',
      path: '/products',
      headers: { 'X-Debug': '1' },
      expected: unsentByEverybody,
    },
  ],
}
