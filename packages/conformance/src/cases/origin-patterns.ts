import type { CorsConfig } from '@cors/core'
import type { PolicyCase } from '../case.js'
import { spec } from '../spec.js'
import { matchingCases, type OriginRow } from './matching.js'

const config: CorsConfig = {
  origins: [
    'https://*.example.com',
    'http://localhost:*',
    'https://*.preview.example.net:*',
    'http://[::1]:*',
    'http://127.0.0.1:*',
    'https://exact.example.com:8443',
  ],
}

const label = (length: number): string => 'a'.repeat(length)

/** A host of exactly this length below `example.com`. */
const host = (length: number): string => {
  const labels = `${label(63)}.${label(63)}.${label(63)}.`
  return `${labels}${label(length - labels.length - '.example.com'.length)}.example.com`
}

const matches: readonly OriginRow[] = [
  ['subdomain', 'a subdomain', 'https://a.example.com', 'origin-pattern'],
  ['sub-subdomain', 'a subdomain of a subdomain', 'https://a.b.example.com', 'origin-pattern'],
  ['own-suffix', 'a subdomain that repeats the base', 'https://example.com.example.com', 'origin-pattern'],
  ['underscore', 'an underscore', 'https://a_b.example.com', 'origin-pattern'],
  ['dashes', 'dashes anywhere', 'https://-a--.example.com', 'origin-pattern'],
  ['digits', 'digits', 'https://1.example.com', 'origin-pattern'],
  ['punycode', 'punycode', 'https://xn--e1afmkfd.example.com', 'origin-pattern'],
  ['longest-label', 'a label of 63', `https://${label(63)}.example.com`, 'origin-pattern'],
  ['longest-host', 'a host of 253', `https://${host(253)}`, 'origin-pattern'],
  ['implicit-port', 'the implicit default port', 'http://localhost', 'origin-pattern'],
  ['port-1', 'port 1', 'http://localhost:1', 'origin-pattern'],
  ['port-65535', 'port 65535', 'http://localhost:65535', 'origin-pattern'],
  ['port-443-of-http', "the other scheme's default port", 'http://localhost:443', 'origin-pattern'],
  ['both', 'a subdomain with a port', 'https://a.b.preview.example.net:8443', 'origin-pattern'],
  ['both-implicit', 'a subdomain with the implicit port', 'https://a.preview.example.net', 'origin-pattern'],
  ['ipv6-port', 'an IPv6 address with a port', 'http://[::1]:5173', 'origin-pattern'],
  ['ipv6-implicit', 'an IPv6 address with the implicit port', 'http://[::1]', 'origin-pattern'],
  ['ipv4-port', 'an IPv4 address with a port', 'http://127.0.0.1:5173', 'origin-pattern'],
  ['exact-beside', 'an exact origin beside the patterns', 'https://exact.example.com:8443', 'origin-exact'],
]

const nearMisses: readonly OriginRow[] = [
  ['base', 'the base itself', 'https://example.com', 'origin-not-listed'],
  ['no-dot', 'the base with letters before it', 'https://evilexample.com', 'origin-not-listed'],
  [
    'suffix-extended',
    'a subdomain with more behind it',
    'https://a.example.com.evil.com',
    'origin-not-listed',
  ],
  ['other-port', 'a port where the pattern has none', 'https://a.example.com:8443', 'origin-not-listed'],
  ['other-scheme', 'another scheme', 'http://a.example.com', 'origin-not-listed'],
  ['port-other-scheme', 'another scheme with a port', 'https://localhost:3000', 'origin-not-listed'],
  ['port-subdomain', 'a subdomain of localhost', 'http://a.localhost:3000', 'origin-not-listed'],
  [
    'port-host-extended',
    'a host that begins with localhost',
    'http://localhost.evil.com',
    'origin-not-listed',
  ],
  ['both-base', 'the base with a port', 'https://preview.example.net:8443', 'origin-not-listed'],
  ['ipv6-other', 'another IPv6 address', 'http://[::2]:5173', 'origin-not-listed'],
  ['ipv4-other', 'another IPv4 address', 'http://127.0.0.11:5173', 'origin-not-listed'],
]

const malformed: readonly OriginRow[] = [
  ['empty-label', 'an empty label', 'https://.example.com', 'origin-malformed'],
  ['empty-label-within', 'an empty label within', 'https://a..example.com', 'origin-malformed'],
  ['upper-case', 'an upper-case label', 'https://A.example.com', 'origin-malformed'],
  ['label-too-long', 'a label of 64', `https://${label(64)}.example.com`, 'origin-malformed'],
  ['host-too-long', 'a host of 254', `https://${host(254)}`, 'origin-malformed'],
  ['default-port', 'the default port spelled out', 'http://localhost:80', 'origin-malformed'],
  [
    'default-port-https',
    'the default port of https spelled out',
    'https://a.preview.example.net:443',
    'origin-malformed',
  ],
  ['ipv6-default-port', 'the default port after IPv6', 'http://[::1]:80', 'origin-malformed'],
  ['port-zero', 'port 0', 'http://localhost:0', 'origin-malformed'],
  ['port-too-large', 'port 65536', 'http://localhost:65536', 'origin-malformed'],
  ['port-leading-zero', 'a leading zero', 'http://localhost:03000', 'origin-malformed'],
  ['port-empty', 'an empty port', 'http://localhost:', 'origin-malformed'],
  ['port-signed', 'a sign', 'http://localhost:+80', 'origin-malformed'],
  ['port-then-host', 'a port that turns into a host', 'http://localhost:3000.evil.com', 'origin-malformed'],
  ['slash', 'a slash in the label', 'https://evil.com/.example.com', 'origin-malformed'],
  ['question-mark', 'a question mark in the label', 'https://evil.com?.example.com', 'origin-malformed'],
  ['hash', 'a hash in the label', 'https://evil.com#.example.com', 'origin-malformed'],
  ['backslash', 'a backslash in the label', 'https://evil.com\\.example.com', 'origin-malformed'],
  ['at', 'an at sign in the label', 'https://evil.com@x.example.com', 'origin-malformed'],
  ['colon', 'a colon in the label', 'https://evil.com:443.example.com', 'origin-malformed'],
  ['percent', 'a percent sign in the label', 'https://a%2e.example.com', 'origin-malformed'],
  ['asterisk', 'an asterisk in the label', 'https://*.example.com', 'origin-malformed'],
  ['space', 'a space in the label', 'https://a b.example.com', 'origin-malformed'],
  [
    'comma',
    'a list that ends like the pattern',
    'https://evil.com, https://a.example.com',
    'origin-malformed',
  ],
  ['null', 'the opaque origin', 'null', 'origin-opaque'],
]

export const originPatterns: readonly PolicyCase[] = [
  ...matchingCases(config, 'pattern', spec.pattern, matches),
  ...matchingCases(config, 'pattern', spec.pattern, nearMisses),
  ...matchingCases(config, 'pattern', spec.originSerialization, malformed),
]
