import { OutgoingMessage } from 'node:http'
import { runConformance, type Subject, sendHttp2Request } from '@cors/conformance'
import express from 'express'
import express4 from 'express-4'
import express50 from 'express-5.0'
import expressLowest from 'express-lowest'
import { afterAll, beforeAll, describe, it, vi } from 'vitest'
import { http2 } from '../../../tooling/serve.js'
import { expressApplication, nodeApplication, parseJson, polkaApplication } from './support/applications.js'
import { subjectOf } from './support/subject.js'

beforeAll(() => {
  // Failed lookups are reported there; middleware.test.ts looks at it.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const overHttp2: Partial<Subject> = {
  send: sendHttp2Request,
  inapplicable: ({ id }) =>
    ({
      'preflight/repeated-method': 'clients refuse to send this field twice',
      'any-with-credentials/names-whitespace': 'HTTP/2 has no whitespace around a field value',
    })[id],
}
// `res.redirect` chooses between HTML and text.
const frameworkVary = ['accept']

// Express 4.0 reads the headers there, where Node 24 has none any more.
const hasOldHeaders = '_headers' in OutgoingMessage.prototype

for (const subject of [
  subjectOf('node:http', nodeApplication),
  subjectOf('node:http2', nodeApplication, { ...overHttp2, create: http2 }),
  subjectOf('Express 5', expressApplication(express), { frameworkVary }),
  subjectOf('Express 5.0', expressApplication(express50), { frameworkVary }),
  subjectOf('Express 4', expressApplication(express4), { frameworkVary }),
  ...(hasOldHeaders
    ? [subjectOf('Express 4.0', expressApplication(expressLowest, parseJson), { frameworkVary })]
    : []),
  subjectOf('Polka', polkaApplication),
]) {
  runConformance(subject, { describe, it, beforeAll, afterAll })
}
