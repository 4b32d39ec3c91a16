import type { Skip } from '@cors/conformance'
import type { Mode } from './kit-subject.js'

const because = (reason: string, ...ids: readonly string[]): readonly Skip[] =>
  ids.map((id) => ({ id, reason }))

const sorted = because(
  'Next.js copies header fields by way of Headers, which sorts them; the values are the same',
  'wire/actual-names',
  'wire/preflight-names',
)

const nothingBefore = because(
  'nothing can be put before the adapter, so a preflight is answered first',
  'response/early-preflight',
)

const variants = (id: string): readonly string[] => [id, `${id}-denied`, `${id}-no-origin`]

const noRoute = because(
  'a path without a file calls no adapter; `corsProxy` covers it',
  'preflight/unknown-path',
  'preflight/denied-unknown-path',
  ...variants('response/missing'),
  ...variants('response/head-missing'),
  'function/missing',
  'function-throws/missing',
  'function-rejects/missing',
  'function-off/missing',
  'vary-option/missing',
  'on-decision/missing',
)

const proxy = [
  ...sorted,
  ...nothingBefore,
  ...because(
    'Next.js writes the headers of a route handler after those of the proxy, which cannot remove them',
    'own-headers/cors',
    'own-headers/cors-denied',
    'own-headers/cors-no-origin',
    'own-headers/constant-cors',
    'own-headers/constant-cors-no-origin',
    'function/own-headers',
  ),
  ...because(
    'Next.js appends the `Vary` of a route handler to that of the proxy, so a member may stand there twice',
    'own-headers/vary-origin',
  ),
]

const handlers = [
  ...sorted,
  ...nothingBefore,
  ...noRoute,
  ...because('Next.js answers 405 itself; `corsProxy` covers it', ...variants('response/method-missing')),
  ...because(
    'Next.js answers thrown errors itself; catch them in the handler, or cover the path by `corsProxy`',
    ...variants('response/throw'),
    ...variants('response/reject'),
    'on-decision/throw',
  ),
]

const routes = [
  ...because('Next.js answers 405 itself; `corsProxy` covers it', 'mixed/actual-unknown-method'),
  ...because(
    'Next.js answers thrown errors itself; catch them in the handler, or cover the path by `corsProxy`',
    'route/own-throws',
  ),
  ...because(
    'a route.ts has its path for itself and no catch-all answers there, so the answer to a preflight may be kept',
    'catch-all/preflight-put',
  ),
]

const pages = [
  ...nothingBefore,
  ...noRoute,
  ...because(
    'Next.js parses the body before it calls the handler, unless `bodyParser` is `false`',
    ...variants('response/malformed-body'),
  ),
]

const latest: Readonly<Record<Mode, readonly Skip[]>> = {
  proxy: [
    ...proxy,
    ...because(
      'Next.js replaces the `Vary` of the proxy on rendered pages, of which its 404 is one; keep pages out of the matcher',
      ...variants('response/missing'),
      ...variants('response/head-missing'),
      'function/missing',
      'function-off/missing',
      'vary-option/missing',
      'on-decision/missing',
    ),
  ],
  handlers,
  routes,
  pages,
}

const lowest: typeof latest = {
  ...latest,
  proxy: [
    ...proxy,
    ...because(
      'Next.js appends `Vary: *` of a route handler to the members of the proxy',
      'own-headers/vary-any',
    ),
  ],
}

/** What Next.js makes impossible, case by case, for the newest and the lowest version. */
export const skips = { 'kit-16': latest, 'kit-15': lowest } as const
