import { runConformance, type Subject, sendHttp2Request } from '@cors/conformance'
import Koa from 'koa'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { http2 } from '../../../tooling/serve.js'
import { koas } from './support/koas.js'
import { subjectOf } from './support/subject.js'

const overHttp2: Partial<Subject> = {
  send: sendHttp2Request,
  inapplicable: ({ id }) =>
    ({
      'preflight/repeated-method': 'clients refuse to send this field twice',
      'any-with-credentials/names-whitespace': 'HTTP/2 has no whitespace around a field value',
    })[id],
}

for (const subject of [
  ...koas.map(([name, Application]) => subjectOf(name, Application)),
  subjectOf('Koa 3 and HTTP/2', Koa, { ...overHttp2, create: http2 }),
]) {
  runConformance(subject, { describe, it, beforeAll, afterAll })
}
