import { describe, expect, test } from 'vitest'
import { CorsConfigError } from '../../src/index.js'
import { errorOf, policyOf } from '../support/policies.js'

const lookup = () => true

const throwing = (text: string): PropertyDescriptor => ({
  enumerable: true,
  get: () => {
    throw new Error(text)
  },
})

/** As many different mistakes as fit. */
const everything = [
  {
    origin: 'https://app.example.com',
    origins: [
      'https://App.example.com/',
      'app.example.com',
      'https://app-*-team.vercel.app',
      /\.example\.com$/,
      'null',
      undefined,
      'http://intranet.example.com',
      'https://*.com',
      '*',
      lookup,
      () => false,
      `https://${'long.'.repeat(100)}example`,
    ],
    credentials: true,
    methods: ['put', 'TRACE', 'not a method', 5],
    allowedHeaders: ['X:Y', 'Cookie', 'Access-Control-Allow-Origin'],
    exposedHeaders: '*',
    maxAge: '600',
    lookupTimeout: 0,
    optionsSuccessStatus: 200,
    dangerouslyAllowPublicSuffixes: 'false',
  },
  {
    origins: 'https://a.example, https://b.example',
    methods: new Set(['PUT']),
    maxAge: Symbol('x'),
    zap: { a: 1 },
  },
  null,
  { origins: [] },
]

describe('CorsConfigError', () => {
  test('The message is for a person', () => {
    expect(errorOf(() => policyOf(everything)).message).toMatchSnapshot()
  })

  test('One mistake', () => {
    expect(errorOf(() => policyOf({ origins: ['https://app.example.com/'] })).message).toMatchSnapshot()
  })

  test('It is an Error with a name and a code, and its issues are frozen', () => {
    const error = errorOf(() => policyOf(everything))
    expect(error).toBeInstanceOf(Error)
    expect(error).toBeInstanceOf(CorsConfigError)
    expect(error.name).toBe('CorsConfigError')
    expect(error.code).toBe('CORS_CONFIG_INVALID')
    expect(String(error)).toMatch(/^CorsConfigError: Mistakes in the CORS configuration: \d+\n/)
    expect(Object.isFrozen(error.issues)).toBe(true)
    expect(error.issues.every(Object.isFrozen)).toBe(true)
  })

  test('Every issue is in the message: its path, its code, its text and its suggestion', () => {
    const { issues, message } = errorOf(() => policyOf(everything))
    const plain = message.replaceAll(/\s+/g, ' ')
    for (const issue of issues) {
      expect(plain).toContain(`(${issue.code}) ${issue.message}`)
      if (issue.suggestion === undefined) continue
      const isSaid = issue.message.includes(`Write: ${issue.suggestion}`)
      expect(plain).toContain(`${isSaid ? 'Write' : 'Instead'}: ${issue.suggestion}`)
    }
    expect(message).toContain(`Mistakes in the CORS configuration: ${issues.length}\n`)
    expect(message).toContain('[0].origins[1] = "app.example.com"')
  })

  test('A hundred mistakes are told, and all are there', () => {
    const mistakes = (count: number) =>
      errorOf(() => policyOf({ origins: Array.from({ length: count }, (_, index) => `a${index}`) }))
    expect(mistakes(100).message).not.toContain('All are')
    const { message, issues } = mistakes(101)
    expect(message).toContain('configuration: 101\n')
    expect(message).toContain('origins[99] = "a99"')
    expect(message).not.toContain('"a100"')
    expect(message).toContain('All are in error.issues.')
    expect(issues).toHaveLength(101)
  })

  test('What cannot be seen is shown', () => {
    const { message } = errorOf(() =>
      policyOf({ origins: ['https://exam\u200bple.com', 'https://a\u202e.com\n'] }),
    )
    expect(message).toContain('origins[0] = "https://exam\\u{200b}ple.com" (')
    expect(message).toContain('origins[1] = "https://a\\u{202e}.com\\n" (')
  })

  const hostile = 'a\u001b[2J\u009b31m\u007f\u2028\u2029\u0085\u202e\r\nERROR forged'

  test.each<[string, unknown]>([
    ['a text', { origins: [hostile] }],
    ['a number that is none', { origins: '*', maxAge: hostile }],
    ['a suggested text', { origins: [`https://a-*-b.example.com:8${hostile}`] }],
    ['the name of an option', { origins: '*', [hostile]: 1 }],
    ['a description', { origins: [Symbol(hostile)] }],
    ['what an object calls itself', { origins: '*', methods: { [Symbol.toStringTag]: hostile } }],
    ['a regular expression', { origins: [new RegExp(hostile.replace('[', ''))] }],
    ['what a getter throws', Object.defineProperty({}, 'origins', throwing(hostile))],
  ])('Nothing of it steers a terminal or begins a line: %s', (_, config) => {
    const { message } = errorOf(() => policyOf(config))
    expect(message).not.toMatch(/^ERROR/m)
    expect(message.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\u2028\u2029]/u)
    expect(message).toContain('\\u{9b}')
  })

  test('The configuration itself', () => {
    expect(errorOf(() => policyOf(null)).message).toMatch(
      /\n {2}\(the configuration\) = null \(config-type\)\n/,
    )
  })

  test('A value can be a secret no longer than a line', () => {
    const { message } = errorOf(() => policyOf({ origins: ['x'.repeat(5_000)] }))
    expect(message.length).toBeLessThan(400)
  })
})

describe('Several mistakes at once', () => {
  test('all are reported, each with its path', () => {
    expect(
      errorOf(() => policyOf(everything)).issues.map(({ code, path }) => `${path.join('.')} ${code}`),
    ).toMatchSnapshot()
  })
})
