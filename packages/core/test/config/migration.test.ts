import { describe, expect, test } from 'vitest'
import { errorOf, policyOf } from '../support/policies.js'

const guide = (options: object): string => errorOf(() => policyOf(options)).message

/** Every documented option of each, with a value of each documented type. */
describe('Options of another library are answered with what to write instead', () => {
  test('cors', () => {
    const options = {
      origin: ['http://example.com', /\.example2\.com$/],
      methods: 'GET,HEAD,PUT,PATCH,POST,DELETE',
      allowedHeaders: 'Content-Type,Authorization',
      exposedHeaders: 'Content-Range,X-Content-Range',
      credentials: true,
      maxAge: 600,
      preflightContinue: false,
      optionsSuccessStatus: 204,
    }
    expect(guide(options)).toMatchSnapshot()
  })

  test('@fastify/cors', () => {
    const options = {
      origin: true,
      methods: 'GET,HEAD,POST',
      hook: 'onRequest',
      allowedHeaders: null,
      exposedHeaders: null,
      credentials: false,
      maxAge: null,
      cacheControl: null,
      preflightContinue: false,
      optionsSuccessStatus: 204,
      preflight: true,
      strictPreflight: true,
      hideOptionsRoute: true,
    }
    expect(guide(options)).toMatchSnapshot()
  })

  test('@koa/cors', () => {
    const options = {
      origin: (context: { get: (name: string) => string }) => context.get('Origin'),
      allowMethods: 'GET,HEAD,PUT,POST,DELETE,PATCH',
      exposeHeaders: ['WWW-Authenticate', 'Server-Authorization'],
      allowHeaders: 'Content-Type,Authorization,Accept',
      maxAge: '5',
      credentials: () => true,
      keepHeadersOnError: true,
      secureContext: false,
      privateNetworkAccess: false,
    }
    expect(guide(options)).toMatchSnapshot()
  })

  test('hono/cors', () => {
    const options = {
      origin: 'http://example.com',
      allowMethods: ['POST', 'GET', 'OPTIONS'],
      allowHeaders: ['X-Custom-Header', 'Upgrade-Insecure-Requests'],
      maxAge: 600,
      credentials: true,
      exposeHeaders: ['Content-Length', 'X-Kuma-Revision'],
    }
    expect(guide(options)).toMatchSnapshot()
  })
})

describe('What is to be written is right', () => {
  test.each<[string, string, unknown]>([
    ['a list', 'origin', ['https://A.example/', 'b.example', /\.c\.example$/, 'https://*.d.example']],
    ['a text', 'origin', 'https://a.example,https://b.example'],
    ['everybody', 'origin', '*'],
    ['a list of everybody', 'origin', ['*']],
    ['a regular expression', 'origin', /^https:\/\/(.*\.)?example\.com$/],
    ['a preview', 'origin', ['https://app-*-team.vercel.app']],
    ['unset members', 'origin', ['https://a.example', undefined, '']],
    ['twenty-one', 'origin', Array.from({ length: 20 }, (_, index) => `https://o${index}.example`)],
    ['methods', 'allowMethods', 'get,PUT patch'],
    ['headers', 'allow_headers', ['X-A', 'X-B']],
    ['any method', 'allowMethods', '*'],
    ['a list in a list', 'origin', ['https://a.example,https://b.example']],
    ['a number', 'max_age', '600'],
    ['a boolean', 'supportsCredentials', true],
  ])('%s', (_, name, value) => {
    const { issues } = errorOf(() => policyOf({ [name]: value }))
    const [, written] = /^There is no such option\. Write: (.*)\.$/.exec(issues[0]?.message ?? '') ?? []
    const config = { origins: ['https://z.example'], ...new Function(`return { ${written} }`)() }
    policyOf(config)
  })

  test.each([
    ['origin', '*', 'origins: ["*"]'],
    ['allowMethods', '*', 'methods: ["*"]'],
    ['allowHeaders', 'x-a,a:b', 'allowedHeaders: ["x-a"]'],
    // Copied from one server to the next, though no script can send `Origin`.
    ['allowHeaders', 'Origin, Content-Type, Accept', 'allowedHeaders: ["Content-Type", "Accept"]'],
    ['allowMethods', ['GET', 'trace', 'put'], 'methods: ["GET", "PUT"]'],
    ['origin', ['https://a.example', () => true], 'origins: ["https://a.example", lookup]'],
    ['origin', ['*'], 'origins: ["*"]'],
    ['origin', ['https://a.example,b.example'], 'origins: ["https://a.example", "https://b.example"]'],
  ])('%s: %o is %s', (name, value, written) => {
    expect(errorOf(() => policyOf({ [name]: value })).issues[0]?.message).toBe(
      `There is no such option. Write: ${written}.`,
    )
  })

  test('What cannot be looked at is not', () => {
    const fail = (): never => {
      throw new Error('no')
    }
    const origin = new Proxy([], { get: fail })
    expect(errorOf(() => policyOf({ origin })).issues[0]?.message).toBe('There is no such option.')
  })

  test('A long list is told in part', () => {
    const origin = Array.from({ length: 21 }, (_, index) => `https://o${index}.example`)
    expect(errorOf(() => policyOf({ origin })).issues[0]?.message).toMatch(/"https:\/\/o19\.example", …\]\.$/)
  })

  test.each([
    ['origin', undefined],
    ['origin', 5],
    ['origin', []],
    ['origin', 'null'],
    ['allowMethods', () => []],
    ['max_age', {}],
    ['max_age', '10m'],
    ['supportsCredentials', 'untrue'],
  ])('%s: of %o nothing is said but the name', (name, value) => {
    expect(errorOf(() => policyOf({ [name]: value })).issues[0]?.message).toBe('There is no such option.')
  })
})
