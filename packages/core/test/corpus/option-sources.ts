/** Where it is told what methods, headers, ages and public suffixes are, and which options other libraries have. */
export const OPTION_SOURCES = {
  // Names and numbers.
  'axios-26': ['https://github.com/axios/axios/issues/26', 'lower-case patch is another method'],
  'fetch-254': ['https://github.com/JakeChampion/fetch/issues/254', 'method patch is case-sensitive'],
  'whatwg-50': [
    'https://github.com/whatwg/fetch/issues/50',
    'methods are case-sensitive; some are normalised',
  ],
  'masto-762': ['https://github.com/neet/masto.js/pull/762', 'lower-case methods break preflights'],
  'cors-261': [
    'https://github.com/expressjs/cors/issues/261',
    'methods and headers as texts, and their case',
  ],
  'mdn-methods': [
    'https://developer.Mozilla.Org/en-US/docs/Web/HTTP/Headers/Access-Control-Allow-Methods',
    '* is literal with credentials',
  ],
  'mdn-forbidden': [
    'https://developer.mozilla.org/docs/Glossary/Forbidden_header_name',
    'the forbidden request-headers',
  ],
  'mdn-max-age': [
    'https://developer.mozilla.org/docs/Web/HTTP/Headers/Access-Control-Max-Age',
    'seconds; Firefox caps at 86400',
  ],
  'cors-89': ['https://github.com/expressjs/cors/issues/89', 'maxAge of 10 days, lists joined to texts'],
  'whatwg-1671': [
    'https://github.com/whatwg/fetch/issues/1671',
    'exposing * does not count with credentials',
  ],
  'mdn-27263': ['https://github.com/mdn/content/pull/27263', 'Authorization is no response header'],
  'whatwg-251': [
    'https://github.com/whatwg/fetch/issues/251',
    '* for headers and methods, and what it excludes',
  ],
  'tower-526': ['https://github.com/tower-rs/tower-http/issues/526', '* and Authorization together'],
  'llama-swap-81': ['https://github.com/mostlygeek/llama-swap/issues/81', '* does not cover Authorization'],
  'pode-1177': ['https://github.com/Badgerati/Pode/issues/1177', 'headers * with credentials'],
  // Public suffixes.
  'fearless-cors': [
    'https://jub0bs.com/posts/2023-02-08-fearless-cors',
    'validate and fail fast; insecure configurations impossible',
  ],
  'resgrid-457': [
    'https://github.com/Resgrid/Core/pull/457',
    'a partial list of suffixes lets attacker.github.io in',
  ],
  'psl-glitch': ['https://github.com/publicsuffix/list/pull/769', 'every app on Glitch has a subdomain'],
  'psl-csb': ['https://github.com/publicsuffix/list/pull/1648', 'csb.app'],
  'codesandbox-3751': [
    'https://github.com/codesandbox/codesandbox-client/issues/3751',
    '*.codesandbox.io serves sandboxes',
  ],
  'stackblitz-1303': ['https://github.com/stackblitz/core/issues/1303', 'projects on *.stackblitz.io'],
  'localtunnel-397': ['https://github.com/localtunnel/localtunnel/issues/397', 'tunnels on *.loca.lt'],
  zendesk: [
    'https://developer.zendesk.com/api-reference/reseller/api_reference',
    'a subdomain for each account',
  ],
  // Options of others.
  cors: [
    'https://expressjs.com/en/resources/middleware/cors.html#configuration-options',
    'the options of cors',
  ],
  'fastify-cors': ['https://github.com/fastify/fastify-cors#options', 'the options of @fastify/cors'],
  'koa-cors': ['https://github.com/koajs/cors/issues/49', 'the options of @koa/cors, by its README'],
  hono: ['https://hono.dev/docs/middleware/builtin/cors', 'the options of hono/cors'],
  'jub0bs-GHSA-vhxv-fg4m-p2w8': [
    'https://github.com/golang/vulndb/issues/2806',
    'foo.com and bar.com allowed barfoo.com',
  ],
} as const satisfies Record<string, readonly [url: string, says: string]>
