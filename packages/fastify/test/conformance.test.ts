import { runConformance, sendHttp2Request } from '@cors/conformance'
import fastify from 'fastify'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { fastifies } from './support/fastifies.js'
import { subjectOf } from './support/subject.js'

const notInHttp2: Readonly<Record<string, string>> = {
  'preflight/repeated-method': "Node's client sends this field only once over HTTP/2",
  'any-with-credentials/names-whitespace': 'no field value begins or ends with whitespace in HTTP/2',
}

for (const subject of [
  ...fastifies.map(([name, create]) => subjectOf(name, create)),
  subjectOf('Fastify 5.12 and HTTP/2', fastify, {
    server: { http2: true } as object,
    send: sendHttp2Request,
    inapplicable: ({ id }) => notInHttp2[id],
  }),
]) {
  runConformance(subject, { describe, it, beforeAll, afterAll })
}
