import {
  allowCredentials,
  allowHeaders,
  allowMethods,
  allowOrigin,
  answer,
  type ExchangeCase,
  maxAge,
  open,
  pageOrigin,
  type ScriptRequest,
  type ServerAnswer,
  type Written,
} from '../exchange-case.js'

const okay = answer(200, ...open)
const put: ScriptRequest = { method: 'PUT' }

const sequence = (
  id: string,
  preflight: ServerAnswer,
  ...requests: readonly ScriptRequest[]
): ExchangeCase => ({
  id: `cache-${id}`,
  requests,
  answers: { 'preflight a': preflight, 'request a': okay, 'preflight b': preflight, 'request b': okay },
})

const lists = [...open, allowMethods('PUT, DELETE'), allowHeaders('x-a, x-b')]

const ages: readonly Written[] = [
  ['absent'],
  ['zero', maxAge('0')],
  ['some', maxAge('600')],
  ['spaces', maxAge('  600\t')],
  ['leading-zero', maxAge('0600')],
  ['plus', maxAge('+600')],
  ['negative', maxAge('-1')],
  ['decimal', maxAge('600.5')],
  ['word', maxAge('forever')],
  ['unit', maxAge('600s')],
  ['quoted', maxAge('"600"')],
  ['empty', maxAge('')],
  ['list', maxAge('600, 600')],
  ['two-lines', maxAge('600'), maxAge('600')],
  ['beyond-32-bits', maxAge('99999999999')],
  ['beyond-64-bits', maxAge('99999999999999999999999')],
]

export const preflightCacheCases: readonly ExchangeCase[] = [
  ...ages.map(([name, ...lines]) => sequence(`age-${name}`, answer(204, ...lists, ...lines), put, put)),
  sequence('another-method', answer(204, ...lists, maxAge('600')), put, { method: 'DELETE' }),
  sequence(
    'another-header',
    answer(204, ...lists, maxAge('600')),
    { headers: [['X-A', '1']] },
    { headers: [['X-B', '1']] },
  ),
  sequence('method-not-listed', answer(204, ...lists, maxAge('600')), put, { method: 'PATCH' }),
  sequence('header-not-listed', answer(204, ...lists, maxAge('600')), put, { headers: [['X-C', '1']] }),
  sequence('another-url', answer(204, ...lists, maxAge('600')), put, { method: 'PUT', url: '{api}/b' }),
  sequence('another-query', answer(204, ...lists, maxAge('600')), put, { method: 'PUT', url: '{api}/a?b' }),
  sequence('another-fragment', answer(204, ...lists, maxAge('600')), put, {
    method: 'PUT',
    url: '{api}/a#b',
  }),
  sequence('credentials-after-none', answer(204, ...lists, maxAge('600')), put, {
    method: 'PUT',
    credentials: 'include',
  }),
  sequence(
    'none-after-credentials',
    answer(204, ...lists, maxAge('600')),
    { method: 'PUT', credentials: 'include' },
    put,
  ),
  sequence('any-method', answer(204, ...open, allowMethods('*'), maxAge('600')), put, { method: 'DELETE' }),
  sequence(
    'any-method-include',
    answer(204, ...open, allowMethods('PUT, *'), maxAge('600')),
    { method: 'PUT', credentials: 'include' },
    { method: 'DELETE', credentials: 'include' },
  ),
  sequence(
    'any-header',
    answer(204, ...open, allowHeaders('*'), maxAge('600')),
    { headers: [['X-A', '1']] },
    { headers: [['X-B', '1']] },
  ),
  sequence('refused-is-not-kept', answer(204, ...open, allowMethods('DELETE'), maxAge('600')), put, {
    method: 'DELETE',
  }),
  sequence('safelisted-method-after', answer(204, ...lists, maxAge('600')), put, {
    method: 'POST',
    body: 'x',
  }),
  sequence(
    'upload-listener',
    answer(204, ...open, maxAge('600')),
    ...[1, 2].map(() => ({ method: 'POST', body: 'x', uploadListener: true })),
  ),
  sequence(
    'upload-listener-listed',
    answer(204, ...open, allowMethods('POST'), maxAge('600')),
    ...[1, 2].map(() => ({ method: 'POST', body: 'x', uploadListener: true })),
  ),
  {
    id: 'cache-forgotten-after-a-failure',
    requests: [put, put, put],
    answers: {
      'preflight a': answer(204, ...lists, maxAge('600')),
      'request a': okay,
      'request a 2': answer(200),
    },
  },
  {
    id: 'cache-of-a-status-outside-200-to-299',
    requests: [put, put],
    answers: { 'preflight a': answer(404, ...lists, maxAge('600')), 'request a': okay },
  },
  {
    id: 'cache-any-origin',
    requests: [put, put],
    answers: {
      'preflight a': answer(204, allowOrigin('*'), allowMethods('PUT'), maxAge('600')),
      'request a': answer(200, allowOrigin(pageOrigin), allowCredentials()),
    },
  },
]
