import type { CorsConfig } from '@cors/core'
import type { PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import { app } from './build.js'
import { matchingCases, type OriginRow, utf8 } from './matching.js'

const config: CorsConfig = {
  origins: [
    app,
    'http://localhost:3000',
    'https://xn--e1afmkfd.example',
    'https://under_score.example.com',
    'https://192.0.2.7',
    'https://[2001:db8::1]:8443',
    'capacitor://localhost',
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'app://-',
    'tauri://localhost:1430',
  ],
}

const listed: readonly OriginRow[] = [
  ['https', 'a listed origin', app, 'origin-exact'],
  ['port', 'a listed origin with a port', 'http://localhost:3000', 'origin-exact'],
  ['punycode', 'a listed IDN in punycode', 'https://xn--e1afmkfd.example', 'origin-exact'],
  ['underscore', 'a listed label with an underscore', 'https://under_score.example.com', 'origin-exact'],
  ['ipv4', 'a listed IPv4 address', 'https://192.0.2.7', 'origin-exact'],
  ['ipv6', 'a listed IPv6 address with a port', 'https://[2001:db8::1]:8443', 'origin-exact'],
  ['capacitor', 'a custom scheme', 'capacitor://localhost', 'origin-exact'],
  [
    'extension',
    "an extension's origin",
    'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
    'origin-exact',
  ],
  ['app', 'a custom scheme with a dash for a host', 'app://-', 'origin-exact'],
  ['custom-port', 'a custom scheme with a port', 'tauri://localhost:1430', 'origin-exact'],
]

const nearMisses: readonly OriginRow[] = [
  ['suffix-extended', 'a listed origin with more behind it', `${app}.evil.com`, 'origin-not-listed'],
  [
    'prefix-extended',
    'a listed host with more before it',
    'https://evilapp.example.com',
    'origin-not-listed',
  ],
  ['subdomain', 'a subdomain of a listed host', 'https://x.app.example.com', 'origin-not-listed'],
  ['parent', 'the parent domain', 'https://example.com', 'origin-not-listed'],
  ['dot-replaced', 'another character in place of a dot', 'https://appxexample.com', 'origin-not-listed'],
  ['one-more', 'one more letter', `${app}x`, 'origin-not-listed'],
  ['one-less', 'one letter less', app.slice(0, -1), 'origin-not-listed'],
  ['scheme', 'another scheme', 'http://app.example.com', 'origin-not-listed'],
  ['other-port', 'another port', `${app}:8443`, 'origin-not-listed'],
  ['port-missing', 'a missing port', 'http://localhost', 'origin-not-listed'],
  ['port-extended', 'a port with one more digit', 'http://localhost:30001', 'origin-not-listed'],
  ['custom-case', 'a custom scheme with another spelling', 'capacitor://Localhost', 'origin-not-listed'],
  ['custom-port-missing', 'a custom scheme without its port', 'tauri://localhost', 'origin-not-listed'],
  [
    'joined',
    'two listed hosts run together',
    'https://app.example.comunder_score.example.com',
    'origin-not-listed',
  ],
]

const malformed: readonly OriginRow[] = [
  ['null', 'the opaque origin', 'null', 'origin-opaque'],
  ['null-upper-case', 'another spelling of null', 'NULL', 'origin-malformed'],
  ['default-port', 'the default port spelled out', `${app}:443`, 'origin-malformed'],
  ['upper-case-host', 'an upper-case host', 'https://APP.example.com', 'origin-malformed'],
  ['upper-case-scheme', 'an upper-case scheme', 'HTTPS://app.example.com', 'origin-malformed'],
  ['trailing-slash', 'a trailing slash', `${app}/`, 'origin-malformed'],
  ['path', 'a path', `${app}/index.html`, 'origin-malformed'],
  ['query', 'a query', `${app}?a=b`, 'origin-malformed'],
  ['fragment', 'a fragment', `${app}#a`, 'origin-malformed'],
  ['trailing-dot', 'a trailing dot', `${app}.`, 'origin-malformed'],
  ['user', 'user information', 'https://user@app.example.com', 'origin-malformed'],
  ['user-listed', 'a listed host as user information', `${app}@evil.com`, 'origin-malformed'],
  ['no-scheme', 'a host alone', 'app.example.com', 'origin-malformed'],
  ['scheme-relative', 'no scheme', '//app.example.com', 'origin-malformed'],
  ['one-slash', 'one slash', 'https:/app.example.com', 'origin-malformed'],
  ['backslash', 'a backslash', 'https://app.example.com\\.evil.com', 'origin-malformed'],
  ['asterisk', 'an asterisk', '*', 'origin-malformed'],
  ['pattern', 'a pattern', 'https://*.example.com', 'origin-malformed'],
  ['file', 'a file', 'file://', 'origin-malformed'],
  ['port-empty', 'an empty port', `${app}:`, 'origin-malformed'],
  ['port-zero', 'port 0', `${app}:0`, 'origin-malformed'],
  ['port-leading-zero', 'a leading zero', 'http://localhost:03000', 'origin-malformed'],
  ['port-too-large', 'port 65536', `${app}:65536`, 'origin-malformed'],
  ['port-not-a-number', 'a port that is no number', `${app}:3000x`, 'origin-malformed'],
  ['ipv4-leading-zero', 'a leading zero in IPv4', 'https://192.0.2.07', 'origin-malformed'],
  ['ipv6-upper-case', 'IPv6 in upper case', 'https://[2001:DB8::1]:8443', 'origin-malformed'],
  ['ipv6-long', 'IPv6 in its long form', 'https://[2001:db8:0:0:0:0:0:1]:8443', 'origin-malformed'],
  ['ipv6-mapped', 'IPv4-mapped IPv6', 'https://[::ffff:192.0.2.7]', 'origin-malformed'],
  ['unicode', 'a host beyond ASCII', utf8('https://пример.example'), 'origin-malformed'],
  ['look-alike', 'a look-alike letter', utf8('https://аpp.example.com'), 'origin-malformed'],
  ['space', 'a space within', 'https://app.example.com x', 'origin-malformed'],
  ['tab', 'a tab within', 'https://app.example.com\tx', 'origin-malformed'],
  ['list', 'a list', `${app}, https://evil.com`, 'origin-malformed'],
  ['list-of-one', 'a list of one', `${app},`, 'origin-malformed'],
  ['repeated-listed', 'a listed origin twice', [app, app], 'origin-malformed'],
  ['repeated-first', 'a listed origin, then another', [app, 'https://evil.com'], 'origin-malformed'],
  ['repeated-last', 'another origin, then a listed one', ['https://evil.com', app], 'origin-malformed'],
  [
    'over-long',
    'over 330 characters',
    `https://${'a'.repeat(63)}.${'b.'.repeat(130)}example`,
    'origin-malformed',
  ],
  ['huge', '8 KB', `https://${'a.'.repeat(4_000)}example.com`, 'origin-malformed'],
]

/** Compared as it came: no URL parsing, no case folding, no trimming, no splitting at commas. */
export const exactOrigins: readonly PolicyCase[] = [
  ...matchingCases(config, 'exact', spec.corsCheck, listed),
  ...matchingCases(config, 'exact', spec.corsCheck, nearMisses),
  ...matchingCases(config, 'exact', spec.originSerialization, malformed),
]
