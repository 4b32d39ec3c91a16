import { type ValidCase, valid } from '../case.js'

const origins = ['https://app.example']
const fine = (): boolean => true
const numbered = (count: number, letter: string): string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`)

/** Everything else that a policy can say. */
export const OPTIONS: readonly ValidCase[] = [
  valid('hono', { origins: '*' }),
  valid('fastify-cors-243', { origins: ['*'] }),
  valid('hono', { origins: '*', methods: '*', allowedHeaders: '*', exposedHeaders: '*' }),
  valid('whatwg-251', { origins: '*', allowedHeaders: ['*'] }),
  valid('tower-526', { origins: '*', allowedHeaders: ['*', 'Authorization'] }),
  valid('llama-swap-81', { origins, allowedHeaders: ['authorization', '*'] }),
  valid('pode-1177', { origins, credentials: true, allowedHeaders: '*', methods: '*' }),
  valid('pode-1177', { origins, credentials: true, allowedHeaders: ['*', 'Authorization'] }),
  valid('whatwg-1671', { origins, credentials: true, exposedHeaders: ['ETag'] }),
  valid('whatwg-1671', { origins, exposedHeaders: '*' }),
  valid('cors', { origins, methods: ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE'] }),
  valid('fastify-cors', { origins, methods: ['PUT'], maxAge: 0, allowedHeaders: ['Content-Type', 'Range'] }),
  valid('koa-cors', { origins, exposedHeaders: ['WWW-Authenticate', 'Server-Authorization'] }),
  valid('axios-26', { origins, methods: ['PATCH'] }),
  valid('whatwg-50', { origins, methods: ['M-SEARCH', 'Frob', 'frob', 'TRACER'] }),
  valid('whatwg-50', { origins, methods: ['QUERY', 'PROPFIND', 'OPTIONS'] }),
  valid('mdn-forbidden', {
    origins,
    allowedHeaders: ['User-Agent', 'Cookies', 'Second', 'Proxy', 'X-HTTP-Method'],
  }),
  valid('cors-261', { origins, allowedHeaders: ['content-type', 'Authorization', 'accept'] }),
  valid('cors-89', { origins, exposedHeaders: ['Content-Range', 'Date', 'Content-Length', 'Cookie'] }),
  valid('mdn-max-age', { origins, maxAge: 600 }),
  valid('mdn-max-age', { origins, maxAge: 86_400 }),
  valid('mdn-max-age', { origins, maxAge: 0 }),
  valid('mdn-max-age', { origins, maxAge: -0 }),
  valid('mdn-max-age', { origins, maxAge: undefined, credentials: undefined, methods: undefined }),
  valid('fearless-cors', { origins, lookupTimeout: 1 }),
  valid('fearless-cors', { origins, lookupTimeout: 60_000 }),
  valid('fearless-cors', { origins, methods: [], allowedHeaders: [], exposedHeaders: [] }),
  valid('fearless-cors', { origins, methods: numbered(256, 'M') }),
  valid('fearless-cors', { origins, allowedHeaders: ['a'.repeat(4_000), 'b'.repeat(4_190)] }),
  valid('fearless-cors', { origins, allowedHeaders: ["!#$%&'*+-.^_`|~0aZ"] }),
  valid('django-259', {
    origins: ['http://example.com'],
    credentials: true,
    dangerouslyAllowInsecureOrigins: true,
  }),
  valid('resgrid-457', {
    origins: ['https://*.github.io'],
    credentials: true,
    dangerouslyAllowPublicSuffixes: true,
  }),
  valid('fearless-cors', {
    origins: ['http://*.com'],
    credentials: true,
    dangerouslyAllowInsecureOrigins: true,
    dangerouslyAllowPublicSuffixes: true,
  }),
  // Rules.
  valid('fearless-cors', [{ origins }]),
  valid('cors-119', [{ origins, credentials: true }, { origins: '*' }]),
  valid('echo-2405', [
    { origins, credentials: true, methods: '*' },
    { origins: ['*'], exposedHeaders: '*' },
  ]),
  valid('fearless-cors', [
    { origins: ['https://a.example'] },
    { origins: ['https://*.example'] },
    { origins: '*' },
  ]),
  valid('fearless-cors', [{ origins: ['https://a.example:8443'] }, { origins: ['https://a.example:*'] }]),
  valid('fearless-cors', [{ origins: ['https://*.a.example'] }, { origins: ['https://a.example'] }]),
  valid('fearless-cors', [{ origins: [fine] }, { origins: ['https://a.example', fine] }, { origins: '*' }]),
  valid('fearless-cors', [{ origins: ['https://*.a.example:1'] }, { origins: ['https://*.a.example:2'] }]),
  valid('fearless-cors', [
    { origins: ['http://a.example'] },
    { origins: ['https://a.example'], credentials: true },
  ]),
  // Objects.
  valid('fearless-cors', Object.freeze({ origins: Object.freeze([...origins]) })),
  valid('fearless-cors', Object.assign(Object.create(null), { origins })),
  valid(
    'fearless-cors',
    Object.create({ credentials: true }, { origins: { value: origins, enumerable: true } }),
  ),
  valid('fearless-cors', JSON.parse('{"origins":["https://a.example"],"credentials":true,"maxAge":600}')),
]
