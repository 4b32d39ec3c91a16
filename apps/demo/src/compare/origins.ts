import type { HeaderField } from '../results/exchange.js'

/** What a request says about its origin: one field line, none, or several. */
export interface OriginLines {
  readonly title: string
  readonly lines: readonly HeaderField[]
}

const one = (kind: string, value: string): OriginLines => ({
  title: `Origin: ${value} (${kind})`,
  lines: [['Origin', value]],
})

const several = (...values: readonly string[]): OriginLines => ({
  title: values.map((value) => `Origin: ${value}`).join(' and '),
  lines: values.map((value) => ['Origin', value]),
})

/** @param listed the origin of the shop's own page, which is `http://localhost` and a port */
export const originsFor = (listed: string): readonly OriginLines[] => {
  const port = Number(new URL(listed).port)
  return [
    one('listed', listed),
    { title: `origin: ${listed} (the field name in lower case)`, lines: [['origin', listed]] },
    one('whitespace around it', `\t ${listed} `),
    ...[`a.preview.localhost:${port}`, 'a.b.preview.localhost:1', 'pr_7.preview.localhost'].map((host) =>
      one('wildcard', `http://${host}`),
    ),
    ...[port + 1, 80].map((other) => one('other port', `http://localhost:${other}`)),
    one('no port', 'http://localhost'),
    one('other scheme', `https://localhost:${port}`),
    one('upper case', `http://LOCALHOST:${port}`),
    one('upper case', `HTTP://localhost:${port}`),
    one('trailing slash', `${listed}/`),
    one('trailing dot', `http://localhost.:${port}`),
    one('suffix', `${listed}.attacker.example`),
    one('suffix', `http://localhost.attacker.example:${port}`),
    one('suffix', `${listed}0`),
    one('prefix', `http://attacker-localhost:${port}`),
    one('prefix', `http://attacker.localhost:${port}`),
    one('user information', `http://localhost:${port}@attacker.example`),
    one('another loopback', `http://127.0.0.1:${port}`),
    one('another loopback', `http://[::1]:${port}`),
    one('the wildcard’s base', 'http://preview.localhost'),
    one('prefix of the wildcard’s base', 'http://attackerpreview.localhost'),
    one('suffix of the wildcard', 'http://a.preview.localhost.attacker.example'),
    one('empty label', 'http://.preview.localhost'),
    one('upper case in the label', 'http://A.preview.localhost'),
    one('encoded label', 'http://a%2eb.preview.localhost'),
    one('default port', 'http://a.preview.localhost:80'),
    one('leading zero', 'http://a.preview.localhost:08080'),
    one('no such port', 'http://a.preview.localhost:65536'),
    one('other scheme', 'https://a.preview.localhost'),
    one('opaque', 'null'),
    one('opaque, upper case', 'NULL'),
    { title: 'no Origin', lines: [] },
    one('empty', ''),
    one('malformed', '*'),
    one('malformed', 'localhost'),
    one('malformed', `//localhost:${port}`),
    one('malformed', `${listed}\xff`),
    one('malformed', `http://${'a'.repeat(330)}.preview.localhost`),
    one('a list', `${listed}, ${listed}`),
    one('a list', `${listed} http://a.preview.localhost`),
    several(listed, listed),
    several(listed, 'https://attacker.example'),
    several('https://attacker.example', listed),
    several('null', listed),
  ]
}
