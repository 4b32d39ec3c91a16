import { describe, expect, test } from 'vitest'
import type { CorsConfigCode } from '../../src/index.js'
import { words } from '../support/matching.js'
import { mistakesOf, policyOf } from '../support/policies.js'

const testNames = (
  option: 'methods' | 'allowedHeaders' | 'exposedHeaders',
  code: CorsConfigCode,
  names: readonly unknown[],
  suggest?: (name: string) => string,
): void => {
  describe(`${option}: ${code}`, () => {
    test.each(names.map((name) => [name]))('%o', (name) => {
      const found = {
        code,
        value: name,
        ...(suggest === undefined ? {} : { suggestion: suggest(String(name)) }),
      }
      expect(mistakesOf({ origins: '*', [option]: ['X-Good', name] })).toStrictEqual([
        { ...found, path: [option, 1] },
      ])
      expect(
        mistakesOf([{ origins: ['https://a.example'] }, { origins: '*', [option]: [name] }]),
      ).toStrictEqual([{ ...found, path: [1, option, 0] }])
    })
  })
}

const testGoodNames = (option: string, names: readonly string[]): void => {
  test.each(names)(`${option}: %s is fine`, (name) => {
    expect(policyOf({ origins: '*', [option]: [name] }).config).toBeTruthy()
  })
}

const NO_TOKENS: unknown[] = [
  ...words('a:b (a) "a" a/b a@b [a] {a} a=b a?b <a> a\\b é a\0 a\x7f a\u212a'),
  ...['', ' ', 'a b', 'a\r\nb', undefined, null, 1, true, {}, [], Symbol('PUT'), ['PUT'], () => 'PUT'],
]

/** What is surely meant. */
const NEARLY_TOKENS: Readonly<Record<string, string>> = {
  ' a': 'a',
  'a ': 'a',
  'a\t': 'a',
  'a,': 'a',
  'a,b': '"a", "b"',
  'a; b,c ': '"a", "b", "c"',
  // What cannot be right is left out, and so is an asterisk beside others.
  'a,b c': 'a',
  'a,é': 'a',
  '*, a': 'a',
}

const testTokens = (option: 'methods' | 'allowedHeaders' | 'exposedHeaders', code: CorsConfigCode): void => {
  testNames(option, code, [...NO_TOKENS, ',', ' *', '*, b c'])
  testNames(option, code, Object.keys(NEARLY_TOKENS), (name) => NEARLY_TOKENS[name] ?? '')
}

testTokens('methods', 'method-invalid')
testNames('methods', 'method-invalid', ['get,Put, x'], () => '"GET", "PUT", "x"')
testNames('methods', 'method-invalid', ['PUT,TRACE'], () => 'PUT')
testNames('methods', 'method-forbidden', words('CONNECT TRACE TRACK connect trace track Connect tRaCk'))
testNames(
  'methods',
  'method-not-normalized',
  words('get head post put delete options patch Get pOST Put Delete Patch query propfind Mkcol Report'),
  (name) => name.toUpperCase(),
)
testGoodNames(
  'methods',
  words('GET HEAD POST PUT DELETE OPTIONS PATCH QUERY PROPFIND Frob frob M-SEARCH TRACER X'),
)

const FORBIDDEN = words(`
  Accept-Charset Accept-Encoding Access-Control-Request-Headers Access-Control-Request-Method Connection
  Content-Length Cookie Cookie2 Date DNT Expect Host Keep-Alive Origin Referer Set-Cookie TE Trailer
  Transfer-Encoding Upgrade Via Proxy- Proxy-Authorization Sec- Sec-Fetch-Site cookie HOST sec-gpc
`)
const CORS_RESPONSE = words(`
  Access-Control-Allow-Origin Access-Control-Allow-Credentials Access-Control-Allow-Methods
  Access-Control-Allow-Headers Access-Control-Max-Age Access-Control-Expose-Headers access-control-allow-origin
`)
testTokens('allowedHeaders', 'header-invalid')
testNames('allowedHeaders', 'header-forbidden', FORBIDDEN)
testNames('allowedHeaders', 'header-misplaced', CORS_RESPONSE)
testGoodNames(
  'allowedHeaders',
  words(
    'Content-Type Authorization Accept Accept-Language Range X-A x_a User-Agent Cookies Set-Cookies Proxy Second Access',
  ),
)

testTokens('exposedHeaders', 'header-invalid')
testNames('exposedHeaders', 'header-forbidden', words('Set-Cookie set-cookie Set-Cookie2 SET-COOKIE2'))
testNames(
  'exposedHeaders',
  'header-misplaced',
  words(
    'Origin origin Access-Control-Request-Method access-control-request-headers Access-Control-Request-Private-Network',
  ),
)
testGoodNames(
  'exposedHeaders',
  words(
    'ETag Content-Length Date Link X-A Cache-Control Access-Control-Allow-Origin Cookie Host Set-Cookie3 X-Set-Cookie',
  ),
)
