import { type InvalidCase, invalid } from '../case.js'
import type { Source } from '../sources.js'

const anyWithCredentials = (source: Source, origins: unknown, more: object = {}): InvalidCase =>
  invalid(source, { origins, credentials: true, ...more }, ['origin-any-with-credentials', ['origins']])

/** Everybody, with the user's cookies, and what people write to get it. */
export const ANY_ORIGIN: readonly InvalidCase[] = [
  anyWithCredentials('cors-119', '*'),
  anyWithCredentials('rs-cors-CVE-2018-20744', ['*']),
  anyWithCredentials('fiber-CVE-2024-25124', '*', { methods: ['PUT'], maxAge: 600 }),
  anyWithCredentials('fiber-2338', ['*', '*']),
  anyWithCredentials('hono-CVE-2026-54290', '*', { allowedHeaders: ['Authorization'] }),
  anyWithCredentials('hono-4814', '*', { methods: '*' }),
  anyWithCredentials('koa-CVE-2023-49803', '*', { exposedHeaders: ['ETag'] }),
  anyWithCredentials('echo-2405', '*', { dangerouslyAllowInsecureOrigins: true }),
  anyWithCredentials('javalin-1632', '*', { dangerouslyAllowPublicSuffixes: true }),
  anyWithCredentials('open-webui-28971', ['*'], { allowedHeaders: '*', methods: '*' }),
  anyWithCredentials('spring', '*', { allowedHeaders: '*', methods: ['PUT', 'DELETE'], maxAge: 3_600 }),
  invalid(
    'spring',
    [
      { origins: ['https://app.example'], credentials: true },
      { origins: '*', credentials: true },
    ],
    ['origin-any-with-credentials', [1, 'origins']],
  ),
  invalid(
    'pode-1177',
    { origins: '*', credentials: true, exposedHeaders: '*' },
    ['origin-any-with-credentials', ['origins']],
    ['exposed-any-with-credentials', ['exposedHeaders']],
  ),
  // Reflection by another name.
  invalid('cors-422', { origins: true, credentials: true }, [
    'config-type',
    ['origins'],
    /^"\*", without credentials/,
  ]),
  invalid('cors-310', { origins: true }, ['config-type', ['origins'], /any site could act/]),
  invalid(
    'cors-422',
    { origin: true, credentials: true },
    ['unknown-option', ['origin'], 'origins'],
    ['origins-missing', ['origins']],
  ),
  invalid(
    'cors-310',
    { origins: '*', credentials: true, exactOriginIfMatches: true },
    ['unknown-option', ['exactOriginIfMatches']],
    ['origin-any-with-credentials', ['origins']],
  ),
  invalid('rs-cors-197', { origins: ['h*'], credentials: true }, ['origin-wildcard-invalid', ['origins', 0]]),
  invalid('rs-cors-197', { origins: ['http*'], credentials: true }, [
    'origin-wildcard-invalid',
    ['origins', 0],
  ]),
  invalid('envoy-2453', { origins: ['https://*'], credentials: true }, [
    'origin-wildcard-invalid',
    ['origins', 0],
  ]),
  invalid('envoy-2453', { origins: ['https://*:*'] }, ['origin-wildcard-invalid', ['origins', 0]]),
  invalid('cors-422', { origins: [/.*/], credentials: true }, ['origin-wildcard-invalid', ['origins', 0]]),
  invalid('cors-422', { origins: /^https?:/, credentials: true }, ['origin-wildcard-invalid', ['origins']]),
  invalid('cors-119', { credentials: true }, ['origins-missing', ['origins']]),
  invalid('cors-119', {}, ['origins-missing', ['origins']]),
  // Everybody beside somebody.
  invalid('dify-36691', { origins: ['http://localhost:3000', '*'] }, ['wildcard-not-alone', ['origins', 1]]),
  invalid('pytaskforce-290', { origins: ['*', 'https://foo.com'] }, ['wildcard-not-alone', ['origins', 0]]),
  invalid(
    'pytaskforce-290',
    { origins: ['*', 'https://foo.com'], credentials: true },
    ['wildcard-not-alone', ['origins', 0]],
    ['origin-any-with-credentials', ['origins']],
  ),
  invalid('dify-36691', { origins: ['*', () => false] }, ['wildcard-not-alone', ['origins', 0]]),
  invalid('dify-36691', { origins: ['http://localhost:3000,*'] }, [
    'origin-invalid',
    ['origins', 0],
    'http://localhost:3000',
  ]),
]
