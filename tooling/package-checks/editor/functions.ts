import { ACCEPTED } from './accepted.js'
import { REFUSED } from './refused.js'

/** A function of ours that takes a configuration, and which literals it is tried with. */
export interface CheckedFunction {
  readonly name: string
  readonly imports: string
  readonly call: (literal: string) => string
  readonly refused: readonly (readonly [literal: string, ...says: string[]])[]
  readonly accepted: readonly string[]
}

/** Of each kind one, of which every adapter is tried. */
const SOME_REFUSED = REFUSED.filter((_, index) => index % 6 === 0)
const SOME_ACCEPTED = ACCEPTED.filter((literal, index) => index % 6 === 0 || /lookup|^\[\.{3}/.test(literal))

const inPolicy = ([literal, ...says]: (typeof REFUSED)[number]): (typeof REFUSED)[number] => [
  `{ policy: ${literal}, vary: ['X-Tenant'] }`,
  ...says,
]

const adapter = (name: string, imports: string, call: (literal: string) => string): CheckedFunction => ({
  name,
  imports,
  call,
  refused: [
    ...SOME_REFUSED,
    ...SOME_REFUSED.map(inPolicy),
    ["{ policy: { origins: '*' }, maxAge: 5 }", 'There is no such option beside "policy".'],
    // Passed as other libraries take it, without `origins`.
    ["{ origin: 'https://a.example', credentials: true }", 'There is no such option. Write: origins.'],
    ["{ policy: { origin: 'https://a.example' } }", 'There is no such option. Write: origins.'],
    ['{ policy: { origin: JSON.parse(text) } }', ': error TS'],
    // What is required is no option: an unset variable must not switch CORS off.
    ['{ policy: undefined }', ': error TS'],
  ],
  accepted: [
    ...SOME_ACCEPTED,
    ...SOME_ACCEPTED.map((literal) => `{ policy: ${literal} }`),
    '{ policy: false }',
    '{ policy: compiled, onDecision: () => undefined, samePolicyForAllMethods: true }',
    '{ policy: compiled, onDecision: undefined, vary: undefined, samePolicyForAllMethods: undefined }',
    '{ policy: compiled, onDecision: development ? () => undefined : undefined }',
    "{ policy: { origins: '*', maxAge: development ? 600 : undefined } }",
    'compiled',
  ],
})

const core = (name: string, call: (literal: string) => string): CheckedFunction => ({
  name,
  imports: "import { createCorsPolicy, createReloadablePolicy, originsFromEnv } from '@cors/core'",
  call,
  refused: REFUSED,
  accepted: ACCEPTED,
})

const withCore = (imports: string): string =>
  `${imports}; import { createCorsPolicy, originsFromEnv } from '@cors/core'; const compiled = createCorsPolicy({ origins: '*' })`

export const FUNCTIONS: readonly CheckedFunction[] = [
  core('createCorsPolicy', (literal) => `createCorsPolicy(${literal})`),
  core('createReloadablePolicy', (literal) => `createReloadablePolicy(${literal})`),
  core('replace', (literal) => `createReloadablePolicy({ origins: texts }).replace(${literal})`),
  adapter(
    'cors of @cors/node',
    withCore("import { cors } from '@cors/node'"),
    (literal) => `cors(${literal})`,
  ),
  adapter('cors of @cors/koa', withCore("import { cors } from '@cors/koa'"), (literal) => `cors(${literal})`),
  adapter(
    'cors of @cors/fetch',
    withCore("import { cors } from '@cors/fetch'"),
    (literal) => `cors(${literal})`,
  ),
  adapter(
    'CorsModule.forRoot',
    withCore("import { CorsModule } from '@cors/nestjs'"),
    (literal) => `CorsModule.forRoot(${literal})`,
  ),
  adapter('@Cors', withCore("import { Cors } from '@cors/nestjs'"), (literal) => `Cors(${literal})`),
  adapter(
    'corsProxy',
    withCore("import { corsProxy } from '@cors/next'"),
    (literal) => `corsProxy(${literal})`,
  ),
  adapter(
    'withCors',
    withCore("import { withCors } from '@cors/next'"),
    (literal) => `withCors(${literal}, { GET: () => new Response() })`,
  ),
]
