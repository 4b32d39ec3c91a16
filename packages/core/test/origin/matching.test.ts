import { describe, expect, test } from 'vitest'
import { hostOf, type MatchingRow, testMatching, words } from '../support/matching.js'
import { decide, policyOf } from '../support/policies.js'
import { actual } from '../support/requests.js'

const ROWS: MatchingRow[] = [
  [
    'http://localhost:*',
    words(`
      http://localhost http://localhost:1 http://localhost:443 http://localhost:65535
      http://localhost:8080
    `),
    [
      ...words(`
      http://localhost:80 http://localhost:0 http://localhost:65536 http://localhost:08080
      http://localhost: http://localhost:* http://localhost:1a http://localhost:1:2
      http://localhost:99999 http://localhost:-1 http://localhost:+1 http://localhost:1e3
      http://localhost:٣ http://localhost:000001 http://localhost:100000 https://localhost
      http://a.localhost http://localhost. http://xlocalhost:1 http://localhost1
      http://user:1@localhost:1 http://localhost:1/
    `),
      'http://localhost: 1',
      'http://localhost:1 ',
    ],
  ],
  [
    'https://example.com:*',
    ['https://example.com', 'https://example.com:80', 'https://example.com:444'],
    words(`https://example.com:443 https://example.com:0443 http://example.com:444 https://a.example.com:1`),
  ],
  [
    'http://*.localhost:*',
    ['http://a.localhost', 'http://a.b.localhost:3000', `http://${hostOf(253, 'localhost')}:65535`],
    [
      ...words(`
      http://localhost http://localhost:3000 http://a.localhost:80 http://a.localhost:0
      http://.localhost:1 http://a.localhost: http://a:1.localhost http://a.localhost:1.localhost:
    `),
      `http://${hostOf(254, 'localhost')}:1`,
    ],
  ],
  [
    'http://127.0.0.1:*',
    ['http://127.0.0.1', 'http://127.0.0.1:5173'],
    words(`http://127.0.0.10 http://127.1 http://127.000.000.001 http://2130706433 http://1.127.0.0.1:5173`),
  ],
  [
    'http://[::1]:*',
    ['http://[::1]', 'http://[::1]:5173'],
    words(`
      http://[::1]:80 http://[::1 http://[::1]] http://[0::1] http://[::1%25eth0] http://::1
      http://[::1]1
    `),
  ],
  [
    'https://[2001:db8::1]:8443',
    ['https://[2001:db8::1]:8443'],
    ['https://[2001:db8::1]', 'https://[2001:DB8::1]:8443'],
  ],
  [
    'capacitor://localhost',
    ['capacitor://localhost'],
    words(`
      capacitor://localhost:1 Capacitor://localhost capacitor://Localhost capacitor://a.localhost
      capacitor://
    `),
  ],
  ['app://-', ['app://-'], ['app://', 'app://--', 'app://-.', 'apps://-']],
  [
    'chrome-extension://AbC_d.e-F:1',
    ['chrome-extension://AbC_d.e-F:1'],
    ['chrome-extension://abc_d.e-f:1', 'chrome-extension://AbC_d.e-F', 'CHROME-extension://AbC_d.e-F:1'],
  ],
]

testMatching(ROWS)

describe('Between two patterns', () => {
  const policy = policyOf({
    origins: [
      'https://foo.com',
      'https://bar.com',
      'https://*.foo.com',
      'https://*.o.com:1',
      'http://*.bar.com',
    ],
  })

  test.each(
    words(`
      https://foobar.com https://barfoo.com https://foo.combar.com https://foo.comhttps://bar.com
      http://foo.com http://a.foo.com https://a.bar.com https://foo.com:1 https://a.foo.com:1
      http://a.o.com:1 https://a.o.com https://o.com:1 http://bar.com
    `),
  )('%s matches nothing', (origin) => {
    expect(decide(policy, actual(origin)).allowed).toBe(false)
  })
})

test('The longest patterns match', () => {
  const longest = `https://${hostOf(253, 'com')}:65535`
  expect(decide(policyOf({ origins: [longest] }), actual(longest)).reason).toBe('origin-exact')
  const scheme = 'a'.repeat(64)
  const custom = `${scheme}://${'A'.repeat(253)}:65535`
  expect(decide(policyOf({ origins: [custom] }), actual(custom)).reason).toBe('origin-exact')
})
