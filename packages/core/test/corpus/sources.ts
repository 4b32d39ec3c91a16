import { OPTION_SOURCES } from './option-sources.js'

/** Where it is told that an origin was configured wrongly, or matched wrongly. */
const ORIGIN_SOURCES = {
  // Any origin, with credentials.
  'cors-422': [
    'https://github.com/expressjs/cors/issues/422',
    'origin: true with credentials: true trusts every site',
  ],
  'cors-119': [
    'https://github.com/expressjs/cors/issues/119',
    'credentials with the default origin *: browsers refuse',
  ],
  'cors-310': [
    'https://github.com/expressjs/cors/issues/310',
    'asks for reflection, because * excludes cookies',
  ],
  'rs-cors-CVE-2018-20744': [
    'https://github.com/golang/vulndb/issues/1792',
    '* with credentials was turned into reflection',
  ],
  'rs-cors-197': ['https://github.com/rs/cors/issues/197', '"h*" with credentials allows nearly any origin'],
  'fiber-CVE-2024-25124': ['https://github.com/golang/vulndb/issues/2574', '* with credentials was accepted'],
  'fiber-2338': [
    'https://github.com/gofiber/fiber/issues/2338',
    'the wildcard exception was bypassed by reflection',
  ],
  'hono-CVE-2026-54290': [
    'https://github.com/mckinsey/agents-at-scale-ark/pull/2522',
    'GHSA-88fw-hqm2-52qc: reflection with credentials',
  ],
  'hono-4814': ['https://github.com/honojs/hono/pull/4814', 'proposes to reflect for * with credentials'],
  'koa-CVE-2023-49803': [
    'https://github.com/koajs/cors/issues/92',
    'overly permissive origin policy by default',
  ],
  'echo-2405': [
    'https://github.com/labstack/echo/pull/2405',
    '* with credentials needs an option called unsafe',
  ],
  'javalin-1632': ['https://github.com/javalin/javalin/issues/1632', 'any origin with credentials'],
  'open-webui-28971': [
    'https://github.com/open-webui/open-webui/issues/28971',
    '* by default, with credentials',
  ],
  spring: [
    'https://blog.csdn.net/Aphadite/article/details/122045856',
    'allowedOrigins "*" with allowCredentials throws',
  ],
  'dify-36691': [
    'https://github.com/langgenius/dify/issues/36691',
    '"http://localhost:3000,*" in production',
  ],
  'pytaskforce-290': [
    'https://github.com/rudi77/pytaskforce/issues/290',
    '"*, https://foo.com" slips past a check for "*"',
  ],
  // Written differently than browsers write it.
  'keycloak-25522': ['https://github.com/keycloak/keycloak/issues/25522', 'an hour lost to a trailing slash'],
  'metabase-75839': [
    'https://github.com/metabase/metabase/issues/75839',
    'an origin with a trailing slash never matches',
  ],
  'ktor-4163': [
    'https://github.com/ktorio/ktor/pull/4163',
    'every origin with a trailing slash was accepted',
  ],
  'laravel-cors-239': [
    'https://github.com/fruitcake/laravel-cors/issues/239',
    'trailing slash in allowed_origins',
  ],
  'kora-658': [
    'https://github.com/solana-foundation/kora/pull/658',
    'an entry with a slash is accepted and never matches',
  ],
  'cors-201': ['https://github.com/expressjs/cors/pull/201', 'an upper-case letter in origin never matches'],
  'actix-354': ['https://github.com/actix/actix-extras/issues/354', '"https://MyWebSite.com" never matches'],
  'helidon-12511': [
    'https://github.com/helidon-io/helidon/issues/12511',
    'explicit default ports never match',
  ],
  'rust-sdk-1268': [
    'https://github.com/modelcontextprotocol/rust-sdk/issues/1268',
    '"https://client.example:443" refuses the browser',
  ],
  'haufe-85': [
    'https://github.com/Haufe-Lexware/wicked.haufe.io/issues/85',
    ':443 at the end breaks CORS, hard to find',
  ],
  // No origin at all.
  'django-403': [
    'https://github.com/adamchainz/django-cors-headers/issues/403',
    '"localhost:3000" lacks the scheme: E013',
  ],
  'django-397': ['https://github.com/adamchainz/django-cors-headers/pull/397', 'why the scheme is required'],
  'django-414': [
    'https://github.com/adamchainz/django-cors-headers/issues/414',
    'one text instead of a list: every character an origin',
  ],
  'django-259': [
    'https://github.com/adamchainz/django-cors-headers/issues/259',
    'a cleartext origin of an HTTPS resource: MITM',
  ],
  'egg-6046': [
    'https://github.com/eggjs/egg/pull/6046',
    "origin: 'eggjs.org' with credentials matches no browser",
  ],
  'fastify-help-639': [
    'https://github.com/fastify/help/issues/639',
    '"http://localhost:8080)" with a stray bracket',
  ],
  'authgear-1675': [
    'https://github.com/authgear/authgear-server/issues/1675',
    'an allowed origin must be an origin',
  ],
  'identityserver-3193': [
    'https://github.com/DuendeArchive/IdentityServer4/issues/3193',
    'validation for origins that are none',
  ],
  'mcp-chrome-384': [
    'https://github.com/hangwin/mcp-chrome/issues/384',
    'startsWith("http://127.0.0.1") allows 127.0.0.1.evil.com',
  ],
  // Lists in one text, and the environment.
  'unleash-158': [
    'https://github.com/Unleash/unleash-proxy/issues/158',
    'a comma list was sent as the header value',
  ],
  'cors-323': [
    'https://github.com/expressjs/cors/issues/323',
    'JSON text from the environment was sent as the value',
  ],
  'secobserve-2307': [
    'https://github.com/SecObserve/SecObserve/issues/2307',
    'how to give several origins in a variable',
  ],
  'cors-plug-15': ['https://github.com/mschae/cors_plug/pull/15', 'origins separated by spaces'],
  'fastify-cors-243': [
    'https://github.com/fastify/fastify-cors/issues/243',
    '"*" from the environment, in an array',
  ],
  'ay-framework-354': [
    'https://github.com/liwala/ay-framework/issues/354',
    'unset variables silently block everybody',
  ],
  'launch-kit-73': ['https://github.com/jenslaufer/launch-kit/issues/73', 'an unset variable opens to all'],
  // null and file:
  'gin-62': ['https://github.com/gin-contrib/cors/issues/62', '"null" is any sandboxed document'],
  'asvs-3322': ['https://github.com/OWASP/ASVS/issues/3322', 'reject the null origin'],
  'rack-cors-134': ['https://github.com/cyu/rack-cors/pull/134', '"file://" let null origins in'],
  'koa-89': ['https://github.com/koajs/cors/issues/89', 'should null be allowed by default?'],
  // Regular expressions and asterisks.
  'cors-412': ['https://github.com/expressjs/cors/pull/412', '/example\\.com$/ matches evil-example.com'],
  'rack-cors-86': [
    'https://github.com/cyu/rack-cors/issues/86',
    'a missing anchor allows example.com.attacker',
  ],
  'starlette-800': ['https://github.com/Kludex/starlette/issues/800', 'a match that is not a full match'],
  'sanic-CVE-2026-37737': [
    'https://github.com/ashleysommer/sanic-cors/pull/68',
    'expressions anchored at the start only',
  ],
  'cors-42': ['https://github.com/expressjs/cors/issues/42', 'why people want expressions: all subdomains'],
  'gin-CVE-2019-25211': [
    'https://github.com/golang/vulndb/issues/2955',
    '"https://example.com/*" allows example.community',
  ],
  'gin-106': ['https://github.com/gin-contrib/cors/pull/106', 'wildcards at the end of an origin'],
  'cortex-6': ['https://github.com/gzoonet/cortex/issues/6', '"http://localhost:*" never matches in cors'],
  'envoy-2453': ['https://github.com/envoyproxy/gateway/pull/2453', 'https://*, any port'],
  'modelence-383': [
    'https://github.com/modelence/modelence/pull/383',
    'wildcards that are stored and never match',
  ],
  'aiwatch-386': ['https://github.com/bentleypark/aiwatch/pull/386', '*-projects.vercel.app for previews'],
  'lorekit-344': [
    'https://github.com/mthines/lorekit/pull/344',
    'previews: one label between project and account',
  ],
  'npmx-1794': ['https://github.com/npmx-dev/npmx.dev/pull/1794', 'any project on vercel.app'],
  'sejong-121': ['https://github.com/sejong-oss/project/issues/121', 'an expression for preview hosts'],
} as const satisfies Record<string, readonly [url: string, says: string]>

/** The public record of how CORS is misconfigured: what each case is taken from, and what stands there. */
export const SOURCES = { ...ORIGIN_SOURCES, ...OPTION_SOURCES }

export type Source = keyof typeof SOURCES
