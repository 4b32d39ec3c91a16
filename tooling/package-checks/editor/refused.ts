/** An argument in TypeScript, and what the compiler's message must say about it. */
export type Refused = readonly [literal: string, ...says: string[]]

const member = (origin: string, ...says: string[]): Refused => [
  `{ origins: ['https://good.example', '${origin}'] }`,
  ...says,
]
const NO_SLASH = 'An origin has no path, not even a trailing slash.'
const NO_PATH = 'An origin has no path.'
const LOWER = 'Browsers write hosts in lower case.'
const PORT = 'Browsers leave the default port out.'
const SCHEME = 'An origin begins with its scheme.'
const ASTERISK = 'An asterisk is a whole label at the start of the host'
const ANY = 'Any site could act as the logged-in user'
const EXPOSED = "With credentials browsers take '*' for a header of that name. List the headers."

/** Literals of a configuration that the editor refuses, with a message that says what to write. */
export const REFUSED: readonly Refused[] = [
  member('https://example.com/', NO_SLASH, "Write 'https://example.com'."),
  member('http://localhost:3000/', NO_SLASH, "Write 'http://localhost:3000'."),
  member('https://*.example.com/', NO_SLASH, "Write 'https://*.example.com'."),
  member('capacitor://localhost/', NO_SLASH, "Write 'capacitor://localhost'."),
  member('https://example.com/path', NO_PATH, "Write 'https://example.com'."),
  member('https://example.com/a/b.html', NO_PATH, "Write 'https://example.com'."),
  member('http://localhost:*/x', NO_PATH, "Write 'http://localhost:*'."),
  member('https://example.com/*', NO_PATH, "Write 'https://example.com'."),
  member('https://example.com?a', 'An origin has no query or fragment.', "Write 'https://example.com'."),
  member('https://example.com#a', 'An origin has no query or fragment.', "Write 'https://example.com'."),
  member('https://user@example.com', 'An origin has no user name.', "Write 'https://example.com'."),
  member(
    'https://user:x@example.com:8443',
    'An origin has no user name.',
    "Write 'https://example.com:8443'.",
  ),
  member('https://Example.com', LOWER, "Write 'https://example.com'."),
  member('https://EXAMPLE.COM:8443', LOWER, "Write 'https://example.com:8443'."),
  member('http://LocalHost:3000', LOWER, "Write 'http://localhost:3000'."),
  member('https://*.Example.com', LOWER, "Write 'https://*.example.com'."),
  member('HTTPS://example.com', 'Browsers write schemes in lower case.', "Write 'https://example.com'."),
  member('Capacitor://localhost', 'Browsers write schemes in lower case.', "Write 'capacitor://localhost'."),
  member('https://example.com:443', PORT, "Write 'https://example.com'."),
  member('http://example.com:80', PORT, "Write 'http://example.com'."),
  member('https://*.example.com:443', PORT, "Write 'https://*.example.com'."),
  member('http://localhost:80', PORT, "Write 'http://localhost'."),
  member('example.com', SCHEME, "Write 'https://example.com'."),
  member('localhost:3000', SCHEME, "Write 'http://localhost:3000'."),
  member('127.0.0.1:3000', SCHEME, "Write 'http://127.0.0.1:3000'."),
  member('*.example.com', SCHEME, "Write 'https://*.example.com'."),
  member('//example.com', SCHEME, "Write 'https://example.com'."),
  member('example.com/', SCHEME, "Write 'https://example.com'."),
  // All mistakes of a text are mended at once.
  member('Example.com', SCHEME, "Write 'https://example.com'."),
  member('localhost:80/', SCHEME, "Write 'http://localhost'."),
  member('https:/example.com/a?b', SCHEME, "Write 'https://example.com'."),
  member('//user@Example.com:443', SCHEME, "Write 'https://example.com'."),
  member('https://Example.com:443/', NO_SLASH, "Write 'https://example.com'."),
  member('http://u:p@Example.com/a@b', NO_PATH, "Write 'http://example.com'."),
  member(
    'HTTPS://*.Example.com:8443/#a',
    'Browsers write schemes in lower case.',
    "Write 'https://*.example.com:8443'.",
  ),
  member('App://MyApp/', 'Browsers write schemes in lower case.', "Write 'app://MyApp'."),
  // Nothing is suggested that would be refused in turn.
  member('undefined', `${SCHEME}">`),
  member('javascript:alert(1)', `${SCHEME}">`),
  member('https:///', `${NO_SLASH}">`),
  member('https://app-*.example.com/', `${NO_SLASH}">`),
  member('WSS://example.com', 'Browsers write schemes in lower case.">'),
  member('null', "the origin 'null', those of attackers, too."),
  member('file://', "the origin 'null', those of attackers, too."),
  member('file:///index.html', "the origin 'null', those of attackers, too."),
  member('', 'The origin is empty.'),
  member('https://a.com,https://b.com', 'write an array with each origin as a text of its own.'),
  member('https://a.com, https://b.com', 'write an array with each origin as a text of its own.'),
  member('https://a.com https://b.com', 'An origin has no white space.'),
  member(' https://a.com', 'An origin has no white space.'),
  member('https://', 'An origin has a host after its scheme.'),
  member('ws://example.com', 'write http or https.'),
  member('wss://example.com', 'write http or https.'),
  member('*://example.com', 'The scheme cannot be a wildcard.'),
  member('https://app-*-team.vercel.app', ASTERISK, 'write a lookup function: (origin) => boolean.'),
  member('https://*example.com', ASTERISK),
  member('https://example.*', ASTERISK),
  member('https://*.*.example.com', ASTERISK),
  member('http://localhost:3*', ASTERISK),
  member('https://*', ASTERISK),
  member('https://*.', 'There is no domain.'),
  member('chrome-extension://*', 'Wildcards exist for http and https only. List the origins.'),
  member('capacitor://localhost:*', 'Wildcards exist for http and https only. List the origins.'),
  member('*', "'*' already matches every origin. Write it alone"),
  ["{ origins: ['*', 'https://a.example'] }", "'*' already matches every origin. Write it alone"],
  ['{ origins: [] }', 'Say who may read responses: list origins, or "*" for everybody.'],
  ["{ origins: '*', credentials: true }", ANY, 'give everybody else a second rule.'],
  ["{ origins: ['*'], credentials: true }", ANY, 'give everybody else a second rule.'],
  ["{ origins: '*', credentials: true, methods: ['PUT'] }", ANY],
  ["[{ origins: ['https://a.example'] }, { origins: '*', credentials: true }]", ANY],
  ["[{ origins: ['https://a.example/'] }, { origins: '*' }]", NO_SLASH, "Write 'https://a.example'."],
  ["[{ origins: '*' }, { origins: ['a.example'] }]", SCHEME],
  // Nobody is nobody's default.
  ['{ origins: undefined }', ': error TS'],
  ["{ origins: development ? ['https://a.example'] : undefined }", ': error TS'],
  // Beside a spread the compiler refuses the whole array, and does not say which rule it is.
  ["[...rules, { origins: '*', credentials: true }]", ': error TS'],
  ["[...rules, { origins: '*', zap: 1 }]", ': error TS'],
  ["{ origins: ['https://a.example'], credentials: true, exposedHeaders: '*' }", EXPOSED],
  ["{ origins: ['https://a.example'], credentials: true, exposedHeaders: ['*'] }", EXPOSED],
  ["{ origins: '*', origin: '*' }", 'There is no such option. Write: origins.'],
  // Passed as other libraries take it, without `origins`.
  ["{ origin: 'https://a.example' }", 'There is no such option. Write: origins.'],
  [
    '{ origin: (origin: string, callback: (error: null, isAllowed: boolean) => void) => callback(null, true) }',
    'There is no such option. Write: origins.',
  ],
  [
    '{ origin: true, credentials: true, optionsSuccessStatus: 200 }',
    'There is no such option. Write: origins.',
    'Remove it: the status is always 204',
  ],
  ["[{ origin: 'https://a.example' }, { origins: '*' }]", 'There is no such option. Write: origins.'],
  ['{ origin: JSON.parse(text) }', "Property 'origins' is missing"],
  ["{ origins: '*', allowedOrigins: [] }", 'There is no such option. Write: origins.'],
  ["{ origins: '*', orgins: [] }", 'There is no such option.'],
  ["{ origins: '*', allowHeaders: [] }", 'There is no such option. Write: allowedHeaders.'],
  ["{ origins: '*', exposeHeaders: [] }", 'There is no such option. Write: exposedHeaders.'],
  ["{ origins: '*', allowMethods: [] }", 'There is no such option. Write: methods.'],
  ["{ origins: '*', maxage: 5 }", 'There is no such option. Write: maxAge.'],
  ["{ origins: '*', max_age: 5 }", 'There is no such option. Write: maxAge.'],
  ["{ origins: '*', allowCredentials: true }", 'There is no such option. Write: credentials.'],
  [
    "{ origins: '*', optionsSuccessStatus: 200 }",
    'Remove it: the status is always 204, which every browser takes.',
  ],
  ["{ origins: '*', preflightContinue: true }", 'Remove it: preflights are always answered'],
  ["{ origins: '*', policy: {} }", 'It is an option of the adapters, beside the policy'],
  ["{ origins: '*', zap: 1 }", 'There is no such option.'],
  ["[{ origins: '*', zap: 1 }]", 'There is no such option.'],
]
