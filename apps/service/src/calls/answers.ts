import type { CallGroup } from './call.js'
import { simple } from './expected.js'

const get = { via: 'fetch', method: 'GET', headers: {}, credentials: 'include' } as const

export const answers: CallGroup = {
  title: 'Errors, redirects and streams',
  calls: [
    {
      ...get,
      id: 'missing',
      title: 'A page that is not there',
      lesson: 'A 404 of the framework itself is readable: the script can tell it from a broken network.',
      path: '/missing',
      expected: simple(404),
    },
    {
      ...get,
      id: 'failure',
      title: 'A handler that throws',
      lesson: 'The 500 carries the headers, so that the console shows the real error and not “CORS”.',
      path: '/failure',
      expected: simple(500),
    },
    {
      ...get,
      id: 'redirect',
      title: 'An old address',
      lesson: 'A 301 must pass the CORS check by itself before the browser follows it.',
      path: '/catalogue',
      expected: simple(200, ['x-total-count']),
    },
    {
      ...get,
      id: 'export',
      title: 'A streamed response',
      lesson: 'The headers go out with the first byte.',
      path: '/export',
      expected: simple(200),
    },
    {
      ...get,
      id: 'events',
      title: 'Server-sent events',
      lesson: 'An EventSource with cookies. It tells a script that there was an error, and never which.',
      via: 'EventSource',
      path: '/events',
      expected: simple(200),
    },
  ],
}
