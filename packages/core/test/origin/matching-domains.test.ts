import { hostOf, label, type MatchingRow, testMatching, words } from '../support/matching.js'

const ROWS: MatchingRow[] = [
  [
    'https://example.com',
    ['https://example.com'],
    [
      ...words(`
      http://example.com https://example.com:443 https://example.com:8443 https://example.com/
      https://example.com. https://EXAMPLE.com HTTPS://example.com https://www.example.com
      https://example.comm https://example.co https://xexample.com https://example.com.evil
      https://example.com\0 https://user@example.com https://example.com,https://evil
      https:/example.com //example.com example.com https://example%2ecom https://example。com
      https://éxample.com https://example.com? https://example.com# https://example.com:
      https://example.com\\
    `),
      ' https://example.com',
      'https://example.com ',
      'https://example.com, https://example.com',
    ],
  ],
  [
    'https://*.example.com',
    [
      ...words(`
      https://a.example.com https://a.b.example.com https://1.example.com https://_x.example.com
      https://-.example.com https://xn--bcher-kva.example.com https://${label(63)}.example.com
      https://example.com.example.com
    `),
      `https://${hostOf(253, 'example.com')}`,
    ],
    [
      ...words(`
      https://example.com https://.example.com https://a..example.com https://.a.example.com
      https://aexample.com https://a.example.com:443 https://a.example.com:8443 http://a.example.com
      https://a.example.com. https://A.example.com https://a.Example.com https://*.example.com
      https://a.example.com/ https://a/.example.com https://a?.example.com https://a#.example.com
      https://a\\.example.com https://a@.example.com https://a:b@c.example.com https://a:1.example.com
      https://evil.com/.example.com https://evil.com#.example.com https://a\0.example.com
      https://a%2e.example.com https://ü.example.com https://a。b.example.com
      https://\u212a.example.com https://[::1].example.com https://[a.example.com
      https://${label(64)}.example.com https://b.${label(64)}.example.com
      https://${label(64)}.b.example.com https://a.example.com.evil https://a.example.co
      https://a.example.comm https://a.xexample.com https:///a.example.com https:a.example.com
      https:/a.example.com https//a.example.com ftp://a.example.com xhttps://a.example.com
      .example.com a.example.com ://a.example.com
    `),
      'https://a b.example.com',
      'https://a\n.example.com',
      `https://${hostOf(254, 'example.com')}`,
    ],
  ],
  [
    'https://example.com:8443',
    ['https://example.com:8443'],
    words(`https://example.com https://example.com:8444 https://example.com:08443 https://example.com:84430`),
  ],
  [
    'https://*.example.com:8443',
    ['https://a.example.com:8443', `https://${hostOf(253, 'example.com')}:8443`],
    [
      ...words(`
      https://a.example.com https://a.example.com:844 https://a.example.com:08443
      https://example.com:8443 https://a.example.com:18443 https://a.example.com:8443:8443
    `),
      `https://${hostOf(254, 'example.com')}:8443`,
    ],
  ],
]

testMatching(ROWS)
