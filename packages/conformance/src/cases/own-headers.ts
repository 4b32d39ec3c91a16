import type { CorsConfig } from '@cors/core'
import type { PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import { actualRequest, app, casesOf, decision, ran, stranger } from './build.js'

const keyed: CorsConfig = { origins: [app], exposedHeaders: ['ETag'] }
const constant: CorsConfig = { origins: '*' }

const own = { origin: app, expose: 'etag' }
const everybody = { origin: '*' }

/** Whatever a handler writes: one value of each CORS header, the policy's; and `Vary` has what both want. */
export const ownHeaders: readonly PolicyCase[] = [
  ...casesOf(keyed, [
    {
      id: 'own-headers/vary',
      title: "the handler's Vary is kept, and Origin is added",
      spec: spec.vary,
      request: actualRequest(app, '/own-vary'),
      decision: decision('actual', 'origin-exact'),
      expected: ran(own, { vary: ['Accept-Encoding', 'Origin'] }),
    },
    {
      id: 'own-headers/vary-denied',
      title: "the handler's Vary is kept for a denied origin, too",
      spec: spec.vary,
      request: actualRequest(stranger, '/own-vary'),
      decision: decision('actual', 'origin-not-listed'),
      expected: ran(undefined, { vary: ['Accept-Encoding', 'Origin'] }),
    },
    {
      id: 'own-headers/vary-no-origin',
      title: "the handler's Vary is kept without Origin, too",
      spec: spec.vary,
      request: actualRequest(undefined, '/own-vary'),
      decision: decision('non-cors', 'no-origin'),
      expected: ran(undefined, { vary: ['Accept-Encoding', 'Origin'] }),
    },
    {
      id: 'own-headers/vary-any',
      title: 'Vary: * already says everything',
      spec: spec.vary,
      request: actualRequest(app, '/own-vary-any'),
      decision: decision('actual', 'origin-exact'),
      expected: ran(own, { vary: ['*'] }),
    },
    {
      id: 'own-headers/vary-origin',
      title: 'Origin is not added where it stands already, in whatever case',
      spec: spec.vary,
      request: actualRequest(app, '/own-vary-origin'),
      decision: decision('actual', 'origin-exact'),
      expected: ran(own, { vary: ['Accept-Encoding', 'Origin'] }),
    },
    {
      id: 'own-headers/cors',
      title: "the policy's CORS headers replace the handler's, and what it does not name is removed",
      spec: spec.ownHeaders,
      request: actualRequest(app, '/own-cors-headers'),
      decision: decision('actual', 'origin-exact'),
      expected: ran(own),
    },
    {
      id: 'own-headers/cors-denied',
      title: "a denied origin gets none of the handler's CORS headers",
      spec: spec.ownHeaders,
      request: actualRequest(stranger, '/own-cors-headers'),
      decision: decision('actual', 'origin-not-listed'),
      expected: ran(undefined),
    },
    {
      id: 'own-headers/cors-no-origin',
      title: "without Origin there are none of the handler's CORS headers",
      spec: spec.ownHeaders,
      request: actualRequest(undefined, '/own-cors-headers'),
      decision: decision('non-cors', 'no-origin'),
      expected: ran(undefined),
    },
  ]),
  ...casesOf(constant, [
    {
      id: 'own-headers/constant-vary',
      title: "a constant policy leaves the handler's Vary as it is",
      spec: spec.vary,
      request: actualRequest(app, '/own-vary'),
      decision: decision('actual', 'origin-any'),
      expected: ran(everybody, { vary: ['Accept-Encoding'] }),
    },
    {
      id: 'own-headers/constant-cors',
      title: "a constant policy replaces the handler's CORS headers",
      spec: spec.ownHeaders,
      request: actualRequest(app, '/own-cors-headers'),
      decision: decision('actual', 'origin-any'),
      expected: ran(everybody, { vary: [] }),
    },
    {
      id: 'own-headers/constant-cors-no-origin',
      title: "a constant policy replaces the handler's CORS headers without Origin, too",
      spec: spec.ownHeaders,
      request: actualRequest(undefined, '/own-cors-headers'),
      decision: { kind: 'non-cors', allowed: true, reason: 'no-origin' },
      expected: ran(everybody, { vary: [] }),
    },
  ]),
]
