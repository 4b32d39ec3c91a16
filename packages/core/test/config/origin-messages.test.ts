import { describe, expect, test } from 'vitest'
import { errorOf, policyOf } from '../support/policies.js'

const FROM_ENVIRONMENT = 'From the environment: originsFromEnv(process.env.CORS_ORIGINS).'
const ASTERISK = 'An asterisk is the whole first label or the port of http or https: https://*.example.com:*.'
const NO_PATH = 'An origin is a whole site: no user name, path, query or fragment.'
const UNSET = 'It is a text, such as "https://app.example.com". Is an environment variable unset?'
const HOST =
  'A host is labels of a-z, 0-9, - and _, 1 to 63 each, joined by dots; a port is 1 to 65535. ' +
  'IPv6 is written without zone or IPv4.'
const SCHEME = 'An origin begins with its scheme.'

/** Each mistake is told as what it is, and not as another. */
describe('What is wrong with an origin', () => {
  test.each<[unknown, string]>([
    [undefined, UNSET],
    ['', UNSET],
    [' \t', UNSET],
    ['undefined', UNSET],
    [' undefined\n', UNSET],
    ['undefined.example', SCHEME],
    [5, UNSET],
    ['https://a.example,https://b.example', `One origin a member. ${FROM_ENVIRONMENT}`],
    ['https://a.example https://b.example', `One origin a member. ${FROM_ENVIRONMENT}`],
    ['https://a.exa mple', 'It has quotes or white space.'],
    ['example.com', SCHEME],
    ['example.com/path', SCHEME],
    ['wss://a.example', 'A WebSocket has the origin of its page.'],
    ['https://me@a.example', NO_PATH],
    ['https://a.example/path', NO_PATH],
    ['https://a.example?q', NO_PATH],
    ['https://a.example/*', NO_PATH],
    ['https://a.example.', 'The host ends with a dot.'],
    ['https://*', 'It names no domain. For everybody, write "*" alone.'],
    ['https://*:8443', 'It names no domain. For everybody, write "*" alone.'],
    ['HTTPS://*', 'It names no domain. For everybody, write "*" alone.'],
    ['*://*', 'It names no domain. For everybody, write "*" alone.'],
    // Whoever wants every extension does not want every site.
    ['chrome-extension://*', ASTERISK],
    ['*://a.example', ASTERISK],
    ['http://localhost:3*', ASTERISK],
    ['https://*.127.0.0.1', ASTERISK],
    ['https://*a.example', ASTERISK],
    ['https://a.example*', `${ASTERISK} List the origins.`],
    ['https://a-*.b.example', `${ASTERISK} If nobody else can get such a name, use one lookup function.`],
    ['https://a.example:99999', HOST],
    ['https://[::ffff:127.0.0.1]', HOST],
    ['https://[fe80::1%25eth0]', HOST],
    [`https://${'a'.repeat(330)}`, 'It has 338 characters; 330 at most.'],
    [
      'https://A.example/',
      'Browsers write it in lower case and punycode, without a default port or a slash.',
    ],
    [/a/, 'No regular expressions: a missing anchor or backslash has opened many servers.'],
    [
      'null',
      'Any sandboxed frame or local file has the origin "null", also an attacker\'s. Serve it from http://localhost.',
    ],
  ])('%o', (member, message) => {
    expect(errorOf(() => policyOf({ origins: [member] })).issues).toMatchObject([{ message }])
  })

  test.each<[string, string | undefined]>([
    ['https:a.example', 'https://a.example'],
    ['https:/a.example', 'https://a.example'],
    ['https//a.example', 'https://a.example'],
    ['http;//a.example', 'http://a.example'],
    ['http:/localhost:3000', 'http://localhost:3000'],
    ['http//localhost:3000', 'http://localhost:3000'],
    ['http:localhost:3000', 'http://localhost:3000'],
    ['https:/localhost:3000', 'https://localhost:3000'],
    ['//localhost:3000', 'http://localhost:3000'],
    ['HTTP:\\\\[::1]:3000', 'http://[::1]:3000'],
    ['http:127.0.0.1', 'http://127.0.0.1'],
    ['httpserver.example', 'https://httpserver.example'],
    ['https:8443', undefined],
    ['3000', undefined],
    ['data:', undefined],
    ['javascript:1', undefined],
    ['JavaScript:1', undefined],
    ['about:8', undefined],
    ['blob:8', undefined],
    ['database:8080', undefined],
    ['localhost:8080', 'http://localhost:8080'],
    ['LOCALHOST:8080', 'http://localhost:8080'],
  ])('%s without a whole scheme: %s', (member, suggestion) => {
    const [issue] = errorOf(() => policyOf({ origins: [member] })).issues
    expect([issue?.message, issue?.suggestion]).toEqual([SCHEME, suggestion])
  })

  test('A member that is there twice is wrong twice', () => {
    const { issues } = errorOf(() => policyOf({ origins: ['a.example', 'https://b.example', 'a.example'] }))
    expect(issues.map(({ path }) => path)).toEqual([
      ['origins', 0],
      ['origins', 2],
    ])
  })
})
