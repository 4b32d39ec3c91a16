import type { HeaderField } from '../../../src/index.js'
import {
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  type ExchangeCase,
  open,
  type ScriptRequest,
  type ServerAnswer,
} from '../exchange-case.js'

const anybody = allowOrigin('*')
const generous = [allowOrigin('null'), ...open.slice(1)]
const permitted = [...open, allowMethods('PUT, DELETE'), allowHeaders('x-a, authorization')]

const redirected = (
  id: string,
  to: string,
  first: readonly HeaderField[],
  last: ServerAnswer,
  request: ScriptRequest = {},
  status = 302,
): ExchangeCase => ({
  id: `redirect-${id}`,
  requests: [request],
  answers: {
    'preflight a': answer(204, ...permitted),
    'request a': answer(status, ...first, ['Location', to]),
    'preflight b': answer(204, ...permitted),
    'request b': last,
  },
})

const okay = answer(200, ...open)
const statuses = [301, 302, 303, 307, 308]

const targets: readonly ExchangeCase[] = [
  redirected('same-cross-origin', '{api}/b', open, okay),
  redirected('another-origin', '{other}/b', open, okay),
  redirected('another-origin-null', '{other}/b', open, answer(200, ...generous)),
  redirected('another-origin-any', '{other}/b', open, answer(200, anybody)),
  redirected('another-origin-any-include', '{other}/b', open, answer(200, anybody), {
    credentials: 'include',
  }),
  redirected('back-home', '{page}/b', open, okay),
  redirected('back-home-null', '{page}/b', open, answer(200, ...generous)),
  redirected('from-home', '{api}/b', [], okay, { url: '{page}/a' }),
  redirected('from-home-denied', '{api}/b', [], answer(200), { url: '{page}/a' }),
  redirected('not-checked-first', '{api}/b', [], okay),
  redirected('any-first-include', '{api}/b', [anybody], okay, { credentials: 'include' }),
  redirected('refused-by-the-script', '{api}/b', open, okay, { redirect: 'error' }),
  redirected('home-refused-by-the-script', '{page}/b', [], okay, { url: '{page}/a', redirect: 'error' }),
  redirected('relative', 'b', open, okay),
  redirected('empty-location', '', open, okay),
  redirected('fragment', '{api}/b#part', open, okay),
  redirected('credentials-in-location', 'http://user:pass@api.example/', open, okay),
  redirected('data-url', 'data:text/plain,x', open, okay),
  redirected('javascript-url', 'javascript:1', open, okay),
  redirected('bad-url', 'http://[', open, okay),
  redirected('with-preflights', '{api}/b', open, okay, { method: 'PUT' }),
  redirected('with-preflights-elsewhere', '{other}/b', open, okay, { method: 'PUT' }, 307),
  redirected('authorization-stays', '{api}/b', open, okay, { headers: [['Authorization', 'x']] }, 307),
  redirected(
    'authorization-leaves',
    '{other}/b',
    open,
    answer(200, ...generous),
    { headers: [['Authorization', 'x']] },
    307,
  ),
  {
    id: 'redirect-no-location',
    requests: [{}],
    answers: { 'request a': answer(302, ...open) },
  },
  {
    id: 'redirect-two-locations',
    requests: [{}],
    answers: {
      'request a': answer(302, ...open, ['Location', '{api}/b'], ['Location', '{api}/c']),
      'request b': okay,
    },
  },
  ...[20, 21].map((count) => ({
    id: `redirect-${count}-times`,
    requests: [{}],
    answers: Object.fromEntries(
      Array.from({ length: count + 1 }, (_, index) => [
        `request ${index === 0 ? 'a' : `a${index}`}`,
        index === count ? okay : answer(302, ...open, ['Location', `{api}/a${index + 1}`]),
      ]),
    ),
  })),
]

export const redirectCases: readonly ExchangeCase[] = [
  ...targets,
  ...statuses.flatMap((status) =>
    (['POST', 'PUT', 'HEAD'] as const).map((method) =>
      redirected(
        `${status}-${method}`,
        '{api}/b',
        open,
        okay,
        method === 'HEAD' ? { method } : { method, body: 'x' },
        status,
      ),
    ),
  ),
]
