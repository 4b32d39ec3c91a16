import { describe, expect, test } from 'vitest'
import { mistakesOf } from '../support/policies.js'

const good = { origins: ['https://a.example'] }

const found = (name: string, suggestion: unknown): void => {
  for (const value of [true, undefined, null]) {
    // By definition, because `__proto__` in a literal means something else.
    const config = Object.defineProperty({ ...good }, name, { value, enumerable: true })
    const expected = { code: 'unknown-option', value, ...(suggestion === undefined ? {} : { suggestion }) }
    expect(mistakesOf(config)).toStrictEqual([{ ...expected, path: [name] }])
    expect(mistakesOf([{ origins: ['https://b.example'] }, config])).toStrictEqual([
      { ...expected, path: [1, name] },
    ])
  }
}

describe('unknown-option', () => {
  test.each([
    ['origin', 'origins'],
    ['Origins', 'origins'],
    ['orgins', 'origins'],
    ['allowedOrigins', 'origins'],
    ['allow_origins', 'origins'],
    ['allowOrigin', 'origins'],
    ['headers', 'allowedHeaders'],
    ['withCredentials', 'credentials'],
    // Two letters in one place are a slip, three make another word.
    ['orins', 'origins'],
    ['Access-Control-Allow-Origin', 'origins'],
    ['access_control_max_age', 'maxAge'],
    ['Access-Control-Expose-Headers', 'exposedHeaders'],
    ['AllowOrigins', 'origins'],
    ['supports_credentials', 'credentials'],
    ['originsss', 'origins'],
    ['0origins', 'origins'],
    ['mehtods', 'methods'],
    ['maxAgexx', 'maxAge'],
    ['expose-headers', 'exposedHeaders'],
    ['credential', 'credentials'],
    ['Credentials', 'credentials'],
    ['allowCredentials', 'credentials'],
    ['supportsCredentials', 'credentials'],
    ['method', 'methods'],
    ['METHODS', 'methods'],
    ['allowMethods', 'methods'],
    ['allowedMethods', 'methods'],
    ['allowHeaders', 'allowedHeaders'],
    ['allowedHeader', 'allowedHeaders'],
    ['allowedheaders', 'allowedHeaders'],
    ['exposeHeaders', 'exposedHeaders'],
    ['exposedHeader', 'exposedHeaders'],
    ['maxage', 'maxAge'],
    ['max_age', 'maxAge'],
    ['MaxAge', 'maxAge'],
    ['preflightMaxAge', 'maxAge'],
    ['lookupTimeOut', 'lookupTimeout'],
    ['dangerouslyAllowInsecureOrigin', 'dangerouslyAllowInsecureOrigins'],
    ['dangerouslyAllowPublicSuffix', 'dangerouslyAllowPublicSuffixes'],
  ])('%s: the right name is %s', found)

  test.each([
    ['optionsSuccessStatus', '204'],
    ['optionSuccessStatus', '204'],
    ['delegator', 'policy: (request)'],
    ['hook', 'first'],
    ['allowPrivateNetwork', 'ask the user'],
    ['preflightContinue', 'policy: false'],
    ['preflight', 'policy: false'],
    ['strictPreflight', 'OPTIONS'],
    ['hideOptionsRoute', 'route'],
    ['keepHeadersOnError', 'errors'],
    ['optionsSucessStatus', '204'],
    ['privateNetworkAccess', 'ask the user'],
    ['secureContext', 'not CORS'],
    ['cacheControl', 'maxAge'],
    ['policy', 'adapter'],
    ['polcy', 'adapter'],
    ['onDecision', 'adapter'],
    ['vary', 'adapter'],
    ['samePolicyForAllMethods', 'adapter'],
    ['evaluate', 'policy'],
  ])('%s: the reason why it does not exist', (name, part) => {
    found(name, expect.stringContaining(part))
  })

  test.each([
    'zap',
    '',
    '0',
    'constructor',
    'toString',
    'hasOwnProperty',
    '__proto__',
    'then',
    'x'.repeat(1_000),
    'orgs',
    'mets',
    'mxxe',
    'orxgxnx',
    'myyyage',
    'originsorigins',
  ])('%j: nothing comes near', (name) => {
    found(name, undefined)
  })

  test('__proto__ from JSON is an option like any other, and grants nothing', () => {
    const config = JSON.parse('{"origins":["https://a.example"],"__proto__":{"credentials":true}}')
    expect(mistakesOf(config)).toStrictEqual([
      { code: 'unknown-option', path: ['__proto__'], value: { credentials: true } },
    ])
  })
})
