import type { HeaderField } from '../../../src/index.js'
import { answer, type ExchangeCase, open } from '../exchange-case.js'

const fields: readonly (readonly [string, ...HeaderField[]])[] = [
  ['accept', ['Accept', 'text/html, */*;q=0.5']],
  ['accept-128-bytes', ['Accept', 'a'.repeat(128)]],
  ['accept-129-bytes', ['Accept', 'a'.repeat(129)]],
  ['accept-quote', ['Accept', 'text/html;a="b"']],
  ['accept-colon', ['Accept', 'a:b']],
  ['accept-brackets', ['Accept', 'a(b)']],
  ['accept-tab', ['Accept', 'a\tb']],
  ['accept-high-byte', ['Accept', 'caf\xe9']],
  ['accept-language', ['Accept-Language', 'de, en;q=0.5']],
  ['accept-language-underscore', ['Accept-Language', 'de_DE']],
  ['accept-language-slash', ['Accept-Language', 'de/en']],
  ['content-language', ['Content-Language', 'de']],
  ['content-language-at', ['Content-Language', '@']],
  ['content-type-form', ['Content-Type', 'application/x-www-form-urlencoded']],
  ['content-type-upper-case', ['Content-Type', 'TEXT/PLAIN']],
  ['content-type-parameter', ['Content-Type', 'text/plain; charset=utf-8']],
  ['content-type-multipart', ['Content-Type', 'multipart/form-data; boundary=x']],
  ['content-type-quoted-parameter', ['Content-Type', 'text/plain; a="b"']],
  ['content-type-json', ['Content-Type', 'application/json']],
  ['content-type-no-type', ['Content-Type', 'plain']],
  ['content-type-two', ['Content-Type', 'text/plain, text/plain']],
  ['content-type-empty', ['Content-Type', '']],
  ['range', ['Range', 'bytes=0-99']],
  ['range-open', ['Range', 'bytes=5-']],
  ['range-suffix', ['Range', 'bytes=-5']],
  ['range-two', ['Range', 'bytes=0-1,3-4']],
  ['range-backwards', ['Range', 'bytes=9-1']],
  ['range-space', ['Range', 'bytes= 0-1']],
  ['sum-1024', ...sized(1024)],
  ['sum-1025', ...sized(1025)],
  ['forbidden-dropped', ['Cookie', 'a=b'], ['Sec-Fetch-Site', 'none'], ['Proxy-Authorization', 'x']],
  ['dpr', ['DPR', '2']],
  ['save-data', ['Save-Data', 'on']],
  ['viewport-width', ['Viewport-Width', '300']],
  ['device-memory', ['Device-Memory', '1']],
  ['user-agent', ['User-Agent', 'own']],
  ['cache-control', ['Cache-Control', 'no-cache']],
  ['if-none-match', ['If-None-Match', '"x"']],
]

/** Safelisted values of so many bytes together. */
function sized(total: number): HeaderField[] {
  const names = ['Accept', 'Accept-Language', 'Content-Language']
  const lines = Array.from(
    { length: 8 },
    (_, index): HeaderField => [names[index % 3] ?? '', 'a'.repeat(128)],
  )
  return total === 1024 ? lines : [...lines, ['Accept', 'b']]
}

export const safelistCases: readonly ExchangeCase[] = fields.map(([name, ...headers]) => ({
  id: `safelist-${name}`,
  requests: [{ method: 'POST', headers }],
  // Refused by the preflight, if there is one: so that whether there is one shows twice.
  answers: { 'preflight a': answer(204, ...open), 'request a': answer(200, ...open) },
}))
