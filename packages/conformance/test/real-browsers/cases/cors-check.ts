import type { CredentialsMode } from '../../../src/index.js'
import {
  allowCredentials,
  allowOrigin,
  answer,
  type ExchangeCase,
  pageOrigin,
  type Written,
} from '../exchange-case.js'

const origins: readonly Written[] = [
  ['absent'],
  ['empty', allowOrigin('')],
  ['any', allowOrigin('*')],
  ['own', allowOrigin(pageOrigin)],
  ['another', allowOrigin('http://evil.example')],
  ['null', allowOrigin('null')],
  ['slash', allowOrigin(`${pageOrigin}/`)],
  ['upper-case', allowOrigin('HTTP://APP.EXAMPLE')],
  ['default-port', allowOrigin(`${pageOrigin}:80`)],
  ['other-scheme', allowOrigin('https://app.example')],
  ['host-only', allowOrigin('app.example')],
  ['subdomain-wildcard', allowOrigin('http://*.example')],
  ['prefix', allowOrigin('http://app.exampl')],
  ['quoted', allowOrigin(`"${pageOrigin}"`)],
  ['percent-encoded', allowOrigin('%2A')],
  ['own-twice', allowOrigin(`${pageOrigin}, ${pageOrigin}`)],
  ['own-and-another', allowOrigin(`${pageOrigin}, http://evil.example`)],
  ['own-space-another', allowOrigin(`${pageOrigin} http://evil.example`)],
  ['any-twice', allowOrigin('*, *')],
  ['any-and-own', allowOrigin(`*, ${pageOrigin}`)],
  ['own-comma', allowOrigin(`${pageOrigin},`)],
  ['own-on-two-lines', allowOrigin(pageOrigin), allowOrigin(pageOrigin)],
  ['any-on-two-lines', allowOrigin('*'), allowOrigin('*')],
  ['empty-line-and-own', allowOrigin(''), allowOrigin(pageOrigin)],
  ['own-and-empty-line', allowOrigin(pageOrigin), allowOrigin('')],
  ['spaces-around', allowOrigin(`   ${pageOrigin}   `)],
  ['tabs-around', allowOrigin(`\t${pageOrigin}\t`)],
  ['spaces-around-any', allowOrigin('  *\t')],
  ['no-break-space', allowOrigin(`${pageOrigin}\xa0`)],
  ['odd-name', ['aCCESS-cONTROL-aLLOW-oRIGIN', pageOrigin]],
  ['underscores', ['Access_Control_Allow_Origin', pageOrigin]],
]

const credentials: readonly Written[] = [
  ['absent'],
  ['true', allowCredentials('true')],
  ['upper-case', allowCredentials('TRUE')],
  ['capital', allowCredentials('True')],
  ['spaces', allowCredentials('  true\t')],
  ['false', allowCredentials('false')],
  ['one', allowCredentials('1')],
  ['empty', allowCredentials('')],
  ['quoted', allowCredentials('"true"')],
  ['parameter', allowCredentials('true;')],
  ['twice', allowCredentials('true, true')],
  ['two-lines', allowCredentials(), allowCredentials()],
  ['false-and-true', allowCredentials('false'), allowCredentials('true')],
  ['odd-name', ['ACCESS-CONTROL-ALLOW-CREDENTIALS', 'true']],
]

const modes: readonly CredentialsMode[] = ['omit', 'same-origin', 'include']

export const corsCheckCases: readonly ExchangeCase[] = [
  ...origins.flatMap(([name, ...lines]) =>
    modes
      .filter((mode) => mode !== 'same-origin' || name === 'any' || name === 'own')
      .map((mode) => ({
        id: `origin-${name}-${mode}`,
        requests: [{ credentials: mode }],
        answers: { 'request a': answer(200, ...lines, allowCredentials()) },
      })),
  ),
  ...credentials.flatMap(([name, ...lines]) =>
    (['omit', 'include'] as const).map((mode) => ({
      id: `credentials-${name}-${mode}`,
      requests: [{ credentials: mode }],
      answers: { 'request a': answer(200, allowOrigin(pageOrigin), ...lines) },
    })),
  ),
  ...[204, 205, 206, 304, 400, 401, 403, 404, 418, 500, 503].flatMap((status) => [
    {
      id: `status-${status}`,
      requests: [{}],
      answers: { 'request a': answer(status, allowOrigin('*')) },
    },
    { id: `status-${status}-denied`, requests: [{}], answers: { 'request a': answer(status) } },
  ]),
  { id: 'head', requests: [{ method: 'HEAD' }], answers: { 'request a': answer(200, allowOrigin('*')) } },
  { id: 'head-denied', requests: [{ method: 'HEAD' }], answers: { 'request a': answer(200) } },
  {
    id: 'same-origin-needs-nothing',
    requests: [{ url: '{page}/a' }, { url: '{page}/a', method: 'PUT', headers: [['X-A', '1']] }],
    answers: { 'request a': answer(200, ['X-B', '2']) },
  },
]
