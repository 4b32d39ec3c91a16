import { describe, expect, test } from 'vitest'
import type { CorsConfigCode } from '../../src/index.js'
import { hostOf, label, words } from '../support/matching.js'
import { mistakesOf, policyOf } from '../support/policies.js'

/** One member, its code, and what is suggested instead. */
type Row = readonly [member: unknown, suggestion?: string]

const testMembers = (code: CorsConfigCode, rows: readonly Row[]): void => {
  describe(code, () => {
    test.each(rows as [unknown, string?][])('%o', (member, suggestion) => {
      const expected = suggestion === undefined ? {} : { suggestion }
      // After a good member, so that the path counts.
      expect(mistakesOf({ origins: ['https://good.example', member] })).toStrictEqual([
        { code, path: ['origins', 1], value: member, ...expected },
      ])
      expect(mistakesOf([{ origins: ['https://good.example'] }, { origins: [member] }])).toStrictEqual([
        { code, path: [1, 'origins', 0], value: member, ...expected },
      ])
      // What is suggested is right.
      if (suggestion !== undefined)
        policyOf({ origins: suggestion.startsWith('"') ? JSON.parse(`[${suggestion}]`) : [suggestion] })
    })
  })
}

testMembers('origin-invalid', [
  ...['', ' ', '\t\n', undefined, null, 1, true, {}, ['https://a.example'], Symbol('x'), 5n].map(
    (member): Row => [member],
  ),
  // No scheme.
  ['example.com', 'https://example.com'],
  ['www.example.com:8443', 'https://www.example.com:8443'],
  ['//example.com', 'https://example.com'],
  ['example.com/', 'https://example.com'],
  ['EXAMPLE.com', 'https://example.com'],
  ['localhost:3000', 'http://localhost:3000'],
  ['127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ['[::1]:3000', 'http://[::1]:3000'],
  ['https:/example.com', 'https://example.com'],
  ['https:example.com', 'https://example.com'],
  ['*.example.com', 'https://*.example.com'],
  ['localhost:*', 'http://localhost:*'],
  // White space, and what a URL parser would drop.
  [' https://example.com', 'https://example.com'],
  ['https://example.com\n', 'https://example.com'],
  // Joined, two words might be a domain of somebody else's.
  ['https://exa\tmple.com'],
  ['https://exam ple.com'],
  ['https://a.com b.com'],
  ['a.com\nb.com'],
  // A variable of the environment that has kept its quotation marks, or is a list in JSON.
  ['"https://example.com"', 'https://example.com'],
  ["'https://Example.com/' ", 'https://example.com'],
  ['`http://[::1]:3000`', 'http://[::1]:3000'],
  ['["https://example.com"]', 'https://example.com'],
  ['["https://a.com", "https://b.com/"]', '"https://a.com", "https://b.com"'],
  // A scheme, put before a variable that has its own.
  ['https://https://example.com', 'https://example.com'],
  ['https://http://localhost:3000/', 'http://localhost:3000'],
  ['https://httpbin.org/x://y', 'https://httpbin.org'],
  ['https://example.com\0', 'https://example.com'],
  ['https://example.com\u00a0', 'https://example.com'],
  // Not the origin alone.
  ['https://example.com/path', 'https://example.com'],
  ['https://example.com/?q', 'https://example.com'],
  ['https://example.com?q', 'https://example.com'],
  ['https://example.com#', 'https://example.com'],
  ['https://example.com/#f', 'https://example.com'],
  ['https://EXAMPLE.com:443/path', 'https://example.com'],
  ['https://user@example.com', 'https://example.com'],
  ['https://user:secret@example.com:8443', 'https://example.com:8443'],
  ['https://@example.com', 'https://example.com'],
  ['https://ex%61mple.com/x%zz', 'https://example.com'],
  ['https://*.example.com/path', 'https://*.example.com'],
  ['http://localhost:*/path', 'http://localhost:*'],
  ['https://a.example, https://b.example', '"https://a.example", "https://b.example"'],
  ['https://a.example,', 'https://a.example'],
  // Host.
  ['https://example.com.', 'https://example.com'],
  ['http://localhost.:3000', 'http://localhost:3000'],
  ['https://*.example.com.', 'https://*.example.com'],
  ...words(`
    https:// https://. https://a..example https://.example https://-a_.1 https://a.0x1 https://256.1.1.1
    https://1.2.3.4.5 https://a.123 https://[::g] https://[::1 https://[1:2:3] https://[::ffff:127.0.0.1]
    https://[::ffff:7f00:1] https://[] https://a%20b  https://a"b https://a^b https://a|b
    http://[::1%25eth0] https://a.example:0 https://a.example:65536 https://a.example:999999 https://a.example:-1
    https://a.example:8o https://a.example:8443: https://a:1:2 ://a.example 1a://a.example app:// app://a:0 app://a:b
    app://a:65536 app://[::1] app://é blob:https://a.example data:text/html about:blank javascript:0 
    about://a data://a javascript://a blob://a
  `).map((member): Row => [member]),
  ['ws://a.example', 'http://a.example'],
  ['wss://a.example:8443', 'https://a.example:8443'],
  // Length.
  [`https://${label(64)}.example`],
  [`https://${hostOf(254, 'example')}`],
  [`https://${'a.'.repeat(200)}example`],
  [`https://a.example/${'a'.repeat(400)}`],
  [`${label(65)}://a`],
  [`app://${label(254)}`],
])

testMembers('origin-not-canonical', [
  ['https://example.com/', 'https://example.com'],
  ['https://Example.COM', 'https://example.com'],
  ['HTTPS://example.com', 'https://example.com'],
  ['https://example.com:443', 'https://example.com'],
  ['http://localhost:80', 'http://localhost'],
  ['https://example.com:08443', 'https://example.com:8443'],
  ['https://example.com:', 'https://example.com'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['https://例え.テスト', 'https://xn--r8jz45g.xn--zckzah'],
  ['https://example。com', 'https://example.com'],
  ['https://ex%61mple.com', 'https://example.com'],
  ['http://127.1', 'http://127.0.0.1'],
  ['http://0x7f000001', 'http://127.0.0.1'],
  ['http://2130706433:8080', 'http://127.0.0.1:8080'],
  ['http://0177.0.0.1', 'http://127.0.0.1'],
  ['https://1.2.3', 'https://1.2.0.3'],
  ['http://127.000.000.001', 'http://127.0.0.1'],
  ['http://127.0.0.1.', 'http://127.0.0.1'],
  ['https://[0:0:0:0:0:0:0:1]', 'https://[::1]'],
  ['https://[::1]:443', 'https://[::1]'],
  ['https://[2001:DB8::1]', 'https://[2001:db8::1]'],
  ['https://[2001:db8:0:0:1:0:0:1]', 'https://[2001:db8::1:0:0:1]'],
  ['https://[1::0:2]', 'https://[1::2]'],
  ['https:///example.com', 'https://example.com'],
  ['https://example.com\\', 'https://example.com'],
  ['https://*.Example.com', 'https://*.example.com'],
  ['https://*.example.com/', 'https://*.example.com'],
  ['https://*.bücher.example', 'https://*.xn--bcher-kva.example'],
  ['https://*.example.com:443', 'https://*.example.com'],
  ['https://*.Example.com:65535', 'https://*.example.com:65535'],
  ['http://LOCALHOST:*', 'http://localhost:*'],
  ['http://*.LOCALHOST:*/', 'http://*.localhost:*'],
  ['Capacitor://localhost', 'capacitor://localhost'],
  ['capacitor://localhost/', 'capacitor://localhost'],
])

testMembers('origin-prohibited', [
  ['null'],
  ['file:'],
  ['file://'],
  ['file:///index.html'],
  ['FILE://'],
  ['File:///x'],
])
