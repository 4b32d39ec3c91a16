import fc from 'fast-check'
import { expect, test } from 'vitest'
import { secondRound, secondRoundOfAll } from '../support/second-round.js'
import { check, RUNS } from './check.js'

const words = (text: string) => fc.constantFrom(...text.split(' '), '')
const joined = (separators: readonly string[], part: fc.Arbitrary<string>, maxLength: number) =>
  fc
    .tuple(fc.array(part, { minLength: 1, maxLength }), fc.constantFrom(...separators))
    .map(([parts, separator]) => parts.join(separator))

const origin = fc
  .tuple(
    words('https:// http:// ws:// wss:// // *:// HTTP:// https: http*:// app:// file:// http// https;//'),
    words(
      'a.com A.com *.com *.github.io *.a.github.io localhost *.localhost 127.0.0.1 [::1] [::ffff:1.2.3.4] *a.com ' +
        'app-*.a.com *.app-*.a.com a-*-b.a.com *.127.0.0.1 co.uk *.co.uk *co.uk undefined null foo пример.рф ' +
        '*.b.a.com * a.com. *-x.github.io *.*.com a_b.com 1 a.1',
    ),
    words(':* :443 :80 :8080 :080 :8* : :99999 :( :443'),
    words('/ /* /path ?q \\ # /?to=x,y'),
  )
  .map((parts) => parts.join(''))

const text = fc.oneof({ weight: 9, arbitrary: origin }, fc.constantFrom('*', ' *', '[object Object]', 'NaN'))
const texts = joined([',', ', ', ' ', ';', '\n', ',,'], text, 3)

const expression = fc
  .tuple(
    words('^https:\\/\\/ ^https?:\\/\\/ ^http:\\/\\/ ^'),
    words('(.*\\.)? .*\\. (.+\\.)? ([a-z]+\\.)* [^.]+\\. .* \\. (?:[\\w-]+?\\.)? app-.*\\. (www\\.)?'),
    words('a\\.com github\\.io localhost co\\.uk .* com 127\\.0\\.0\\.1'),
    words('$ :\\d+$ (:\\d+)?$'),
  )
  .map((parts) => new RegExp(parts.join('')))

const member = fc.oneof(
  { weight: 4, arbitrary: text },
  texts,
  expression,
  fc.constantFrom(() => true, undefined, null, 5),
)
const origins = fc.oneof(fc.array(member, { minLength: 1, maxLength: 3 }), texts, expression)

const name = words(
  'GET get PUT put * TRACE Authorization X-A x-a Cookie ETag Origin a:b PUT; Access-Control-Max-Age',
)
const someNames = fc.oneof(name, joined([',', ', ', ';', ' '], name, 3))
const names = fc.oneof(fc.array(someNames, { maxLength: 3 }), someNames)

const option = (value: fc.Arbitrary<unknown>, ...spellings: string[]) =>
  fc.tuple(fc.constantFrom(...spellings), value)

const rule = fc
  .tuple(
    option(origins, 'origins', 'origins', 'origin', 'allowOrigin'),
    option(names, 'methods', 'allowMethods'),
    option(names, 'allowedHeaders', 'allowHeaders'),
    option(names, 'exposedHeaders', 'exposeHeaders'),
    option(fc.boolean(), 'credentials'),
    option(fc.boolean(), 'dangerouslyAllowInsecureOrigins'),
    option(fc.boolean(), 'dangerouslyAllowPublicSuffixes'),
    option(fc.constantFrom('600', 600, null, '10m', -1), 'maxAge', 'max_age'),
  )
  .map((options) => Object.fromEntries(options))

test('What is suggested is accepted, alone and with all that is suggested beside it', () => {
  const holds = (config: object, isInArray: boolean): void => {
    const written = isInArray ? [config] : config
    expect([...secondRound(written), ...secondRoundOfAll(written)]).toEqual([])
  }
  // Each compiles a configuration for each of its mistakes.
  check([rule, fc.boolean()], holds, Math.ceil(RUNS / 4))
})
