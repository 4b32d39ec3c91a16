// Compiled, never run: what the answers of a policy may be follows from the type of its configuration.

import {
  type CorsConfig,
  type CorsDecision,
  type CorsPolicy,
  type CorsRule,
  createCorsPolicy,
  createReloadablePolicy,
  type OriginLookup,
  originsFromEnv,
} from '../../src/index.js'
import { type Equal, holds } from './equal.js'

declare const texts: string[]
declare const lookup: OriginLookup
declare const members: (string | OriginLookup)[]
declare const config: CorsConfig
declare const rules: CorsRule[]
declare const flag: boolean
declare const request: Parameters<CorsPolicy['evaluate']>[0]

type Kind<Policy> = Policy extends CorsPolicy<infer Lookup> ? Lookup : never
declare const kind: <Policy extends CorsPolicy<boolean>>(policy: Policy) => Kind<Policy>

// @ts-expect-error the claims of this file can fail
holds<Equal<boolean | Promise<boolean>, boolean>>()

// Without a lookup every answer is there at once.
const without = createCorsPolicy({ origins: ['https://a.example'] })
const decision = without.evaluate(request)
const isAllowed = without.isOriginAllowed('https://a.example')
const isTrusted = without.isOriginTrusted(undefined, {})
holds<Equal<typeof without, CorsPolicy<false>>>()
holds<Equal<typeof decision, CorsDecision>>()
holds<Equal<typeof isAllowed, boolean>>()
holds<Equal<typeof isTrusted, boolean>>()

// With one a decision may be a Promise, and the questions always are.
const withLookup = createCorsPolicy({
  origins: ['https://a.example', (origin) => origin.endsWith('.example')],
})
const maybe = withLookup.evaluate(request)
const allowedLater = withLookup.isOriginAllowed('https://a.example')
const trustedLater = withLookup.isOriginTrusted('https://a.example')
holds<Equal<typeof withLookup, CorsPolicy<true>>>()
holds<Equal<typeof maybe, CorsDecision | Promise<CorsDecision>>>()
holds<Equal<typeof allowedLater, Promise<boolean>>>()
holds<Equal<typeof trustedLater, Promise<boolean>>>()
// @ts-expect-error a forgotten await: a Promise is always true
if (withLookup.isOriginTrusted('https://a.example')) kind(withLookup)

// Where only the run time knows, both must be reckoned with.
const unknown = createCorsPolicy(config)
const either = unknown.isOriginAllowed('https://a.example')
holds<Equal<typeof unknown, CorsPolicy<boolean>>>()
holds<Equal<typeof either, boolean | Promise<boolean>>>()

const kinds = {
  any: kind(createCorsPolicy({ origins: '*' })),
  texts: kind(createCorsPolicy({ origins: texts })),
  env: kind(createCorsPolicy({ origins: originsFromEnv('https://a.example') })),
  spread: kind(createCorsPolicy({ origins: [...texts, 'https://a.example'] })),
  condition: kind(
    createCorsPolicy({ origins: ['https://a.example', ...(flag ? ['http://localhost:*'] : [])] }),
  ),
  readonlyTexts: kind(createCorsPolicy({ origins: texts as readonly string[] })),
  rules: kind(createCorsPolicy([{ origins: ['https://a.example'] }, { origins: '*' }])),
}
holds<Equal<(typeof kinds)[keyof typeof kinds], false>>()

const kindsWithLookup = {
  only: kind(createCorsPolicy({ origins: [lookup] })),
  async: kind(createCorsPolicy({ origins: [async () => true] })),
  withoutParameters: kind(createCorsPolicy({ origins: [() => true, 'https://a.example'] })),
  afterSpread: kind(createCorsPolicy({ origins: [...texts, lookup] })),
  beforeSpread: kind(createCorsPolicy({ origins: [lookup, ...texts] })),
  inOneRule: kind(createCorsPolicy([{ origins: texts }, { origins: ['https://a.example', lookup] }])),
  inTheFirst: kind(createCorsPolicy([{ origins: [lookup] }, { origins: '*' }])),
}
holds<Equal<(typeof kindsWithLookup)[keyof typeof kindsWithLookup], true>>()

const unknownKinds = {
  members: kind(createCorsPolicy({ origins: members })),
  rules: kind(createCorsPolicy(rules)),
  rule: kind(createCorsPolicy(rules[0] as CorsRule)),
}
holds<Equal<keyof typeof unknownKinds, 'members' | 'rules' | 'rule'>>()
holds<Equal<(typeof unknownKinds)['members'], boolean>>()
holds<Equal<(typeof unknownKinds)['rules'], boolean>>()
holds<Equal<(typeof unknownKinds)['rule'], boolean>>()

// A configuration as understood can be compiled again, changed, and kept under its general type.
const again = createCorsPolicy(without.config)
createCorsPolicy({ ...config, maxAge: 0 } as CorsRule)
holds<Equal<typeof again, CorsPolicy<boolean>>>()
const general: CorsPolicy = without
const alsoGeneral: CorsPolicy = withLookup
kind(general)
kind(alsoGeneral)
// @ts-expect-error its answers may be Promises
const wrong: CorsPolicy<false> = withLookup
kind(wrong)

// The same for a reloadable one, whose kind the first configuration fixes.
const reloadable = createReloadablePolicy({ origins: texts })
const reloaded = reloadable.isOriginAllowed('https://a.example')
holds<Equal<typeof reloaded, boolean>>()
reloadable.replace({ origins: ['https://b.example'] })
reloadable.replace(rules)

// A decision and a configuration are read-only, and narrow by their literals.
if (decision.kind === 'preflight') holds<Equal<typeof decision.kind, 'preflight'>>()
holds<Equal<typeof decision.status, 204 | 403 | 503 | undefined>>()
// @ts-expect-error read-only
decision.allowed = true
// @ts-expect-error read-only
decision.headers.push(['access-control-allow-origin', '*'])
// @ts-expect-error read-only
without.config = again.config
// @ts-expect-error no such reason
decision.reason === 'cors-denied'
