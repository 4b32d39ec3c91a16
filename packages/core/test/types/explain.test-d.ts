// Compiled, never run: an explanation is a Promise where the decision may be one.

import { type Explanation, explain } from '../../src/explain/index.js'
import { type CorsPolicy, type CorsRequest, createCorsPolicy } from '../../src/index.js'
import { type Equal, holds } from './equal.js'

declare const request: CorsRequest
declare const anyPolicy: CorsPolicy

const without = explain(createCorsPolicy({ origins: ['https://a.example'] }), request)
const withLookup = explain(createCorsPolicy({ origins: [async () => true] }), request, {})
const either = explain(anyPolicy, request)
holds<Equal<typeof without, Explanation>>()
holds<Equal<typeof withLookup, Explanation | Promise<Explanation>>>()
holds<Equal<typeof either, Explanation | Promise<Explanation>>>()
// @ts-expect-error it may be a Promise
either.decision.allowed
// @ts-expect-error read-only
without.steps.push({ text: 'x', spec: 'x' })
