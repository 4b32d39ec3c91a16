import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Listener } from './node-server.js'

/** What an application writes itself, and must not get through. */
const own = {
  'Access-Control-Allow-Origin': '*',
  'ACCESS-CONTROL-ALLOW-CREDENTIALS': 'true',
  'access-control-allow-methods': 'PUT',
  'access-control-allow-headers': 'x-own',
  'access-control-max-age': '60',
}

export type WayOfWriting = readonly [name: string, write: Listener, vary: string]
const plain = 'vary: Origin'

const setOwn = (response: Parameters<Listener>[1]): void => {
  for (const [name, value] of Object.entries(own)) response.setHeader(name, value)
}

/** Every way to write a head that Node knows, and the `Vary` that must come of it. */
export const ways: readonly WayOfWriting[] = [
  ['end with a body', (_, response) => response.end('body'), plain],
  ['end without a body', (_, response) => response.end(), plain],
  [
    'write, then end',
    (_, response) => {
      response.write('bo')
      response.end('dy')
    },
    plain,
  ],
  [
    'flushHeaders',
    (_, response) => {
      response.flushHeaders()
      response.end('body')
    },
    plain,
  ],
  ['a stream', (_, response) => void pipeline(Readable.from(['bo', 'dy']), response), plain],
  ['writeHead(status)', (_, response) => response.writeHead(201).end(), plain],
  ['writeHead(status, undefined)', (_, response) => response.writeHead(201, undefined).end(), plain],
  ['writeHead(status, null)', (_, response) => response.writeHead(201, null as never).end(), plain],
  ['writeHead(status, {})', (_, response) => response.writeHead(201, {}).end(), plain],
  ['writeHead(status, [])', (_, response) => response.writeHead(201, []).end(), plain],
  [
    'writeHead(status, undefined, object)',
    (_, response) => response.writeHead(201, undefined, { vary: 'Accept' }).end(),
    'vary: Accept, Origin',
  ],
  ['writeHead(204)', (_, response) => response.writeHead(204).end(), plain],
  ['statusCode 304', (_, response) => Object.assign(response, { statusCode: 304 }).end(), plain],
  ['an object', (_, response) => response.writeHead(200, { 'x-own': '1', ...own }).end(), plain],
  ['a frozen object', (_, response) => response.writeHead(200, Object.freeze({ ...own })).end(), plain],
  [
    'an object with a Vary of its own',
    (_, response) => response.writeHead(200, { Vary: 'Accept, origin' }).end(),
    'vary: Accept, origin',
  ],
  [
    'an object with a Vary in lines',
    (_, response) => response.writeHead(200, { Vary: ['Accept', 'Cookie'] }).end(),
    'vary: Accept, Cookie, Origin',
  ],
  ['an object with Vary: *', (_, response) => response.writeHead(200, { vary: '*' }).end(), 'vary: *'],
  [
    'a flat array',
    (_, response) => response.writeHead(200, [...Object.entries(own).flat(), 'x-own', '1']).end(),
    plain,
  ],
  [
    'a flat array with a repeated Vary',
    (_, response) => response.writeHead(200, ['Vary', 'Accept', 'vary', 'Cookie']).end(),
    'vary: Accept, Cookie, Origin',
  ],
  [
    'setHeader',
    (_, response) => {
      setOwn(response)
      response.end()
    },
    plain,
  ],
  [
    'setHeader of a Vary',
    (_, response) => {
      response.setHeader('VARY', ['Accept', 'Origin'])
      response.end()
    },
    'vary: Accept, Origin',
  ],
  [
    'appendHeader of a Vary, twice',
    (_, response) => {
      response.appendHeader('vary', 'Accept')
      response.appendHeader('Vary', 'Cookie')
      response.end()
    },
    'vary: Accept, Cookie, Origin',
  ],
  [
    'setHeader, then an object',
    (_, response) => {
      setOwn(response)
      response.setHeader('vary', 'Accept')
      response.writeHead(200, { 'x-own': '1' }).end()
    },
    'vary: Accept, Origin',
  ],
  [
    'setHeader, then an object with another Vary, which replaces the first',
    (_, response) => {
      setOwn(response)
      response.setHeader('vary', 'Accept')
      response.writeHead(200, { ...own, vary: 'Cookie' }).end()
    },
    'vary: Cookie, Origin',
  ],
  [
    'an array of pairs',
    (_, response) =>
      response.writeHead(200, [...Object.entries(own), ['Vary', 'Accept'], ['x-own', '1']] as never).end(),
    'vary: Accept, Origin',
  ],
  [
    'setHeader, then a flat array',
    (_, response) => {
      setOwn(response)
      response.setHeader('vary', 'Accept')
      response.writeHead(200, ['Access-Control-Allow-Origin', '*', 'x-own', '1']).end()
    },
    'vary: Accept, Origin',
  ],
]

/** HTTP/2 has no reason phrase, and its compatibility API lacks these in Node 20. */
export const http1Ways: readonly WayOfWriting[] = [
  ['writeHead(status, reason)', (_, response) => response.writeHead(201, 'Fine').end(), plain],
  ['writeHead(status, "")', (_, response) => response.writeHead(201, '').end(), plain],
  [
    'writeHead(status, reason, object)',
    (_, response) => response.writeHead(201, 'Fine', { ...own, vary: 'Accept' }).end(),
    'vary: Accept, Origin',
  ],
  [
    'writeHead(status, reason, flat array)',
    (_, response) => response.writeHead(201, 'Fine', ['vary', 'Accept']).end(),
    'vary: Accept, Origin',
  ],
  [
    'setHeaders(new Headers)',
    (_, response) => {
      response.setHeaders(new Headers({ ...own, vary: 'Accept' }))
      response.end()
    },
    'vary: Accept, Origin',
  ],
  [
    'trailers',
    (request, response) => {
      // Node refuses to announce trailers where there is no body.
      if (request.method !== 'HEAD') {
        response.setHeader('trailer', 'x-end')
        response.write('body')
        response.addTrailers({ 'x-end': '1' })
      }
      response.end()
    },
    plain,
  ],
]
