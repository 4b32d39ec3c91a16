import type { IncomingMessage } from 'node:http'
import type { CorsConfig } from '@cors/core'
import { inCors, type Mistake } from './mistake.js'
import type { Answer, Reading } from './naive-answer.js'
import { NaiveCors } from './naive-cors.js'

type Headers = IncomingMessage['headers']

/** A server that also looks at what a request says beside the fields of the CORS protocol. */
const alsoReading = (look: (headers: Headers, reading: Reading) => Partial<Reading>): (new () => NaiveCors) =>
  class extends NaiveCors {
    override read(request: IncomingMessage): Reading {
      const reading = super.read(request)
      return { ...reading, ...look(request.headers, reading) }
    }
  }

const alsoAnswering = (change: (headers: Headers, answer: Answer) => Answer): (new () => NaiveCors) =>
  class extends NaiveCors {
    override async decide(
      config: CorsConfig,
      reading: Reading,
      native: unknown,
      is: boolean,
    ): Promise<Answer> {
      const answer = await super.decide(config, reading, native, is)
      return change((native as IncomingMessage).headers, answer)
    }
  }

const app = 'https://app.example.com'

export const mistakesInReading: readonly Mistake[] = [
  inCors(
    "starts from the request's Vary",
    alsoAnswering(({ vary = '' }, answer) => ({ ...answer, vary: [...vary.split(','), ...answer.vary] })),
    'other-fields/vary',
    'other-fields/vary-any',
    'other-fields/vary-preflight',
  ),
  inCors(
    "starts from the request's CORS headers",
    alsoAnswering((headers, answer) => {
      const given = Object.entries(headers).filter(([name]) => /^access-control-(?!request)/.test(name))
      return {
        ...answer,
        headers: { ...Object.fromEntries(given), ...answer.headers } as Record<string, string>,
      }
    }),
    'other-fields/cors-response-headers',
    'other-fields/cors-response-headers-preflight',
  ),
  inCors(
    'takes the origin from Referer',
    alsoReading(({ referer }) => (referer === undefined ? {} : { origin: new URL(referer).origin })),
    'other-fields/referer',
    'other-fields/referer-without-origin',
  ),
  inCors(
    'allows the host that a proxy names',
    alsoReading(({ 'x-forwarded-host': host }, { origin }) =>
      origin === `https://${host}` ? { origin: app } : {},
    ),
    'other-fields/forwarded-host',
  ),
  inCors(
    'believes fetch metadata',
    alsoReading(({ 'sec-fetch-site': site }) => (site === 'same-origin' ? { origin: app } : {})),
    'other-fields/fetch-metadata',
  ),
  inCors(
    'lets a field name the method',
    alsoReading((headers) => {
      const method = headers['x-http-method-override']?.toString()
      return method === undefined ? {} : { method }
    }),
    'other-fields/method-override',
  ),
  inCors(
    'allows private networks',
    alsoAnswering((headers, answer) =>
      headers['access-control-request-private-network'] === undefined
        ? answer
        : { ...answer, headers: { ...answer.headers, 'access-control-allow-private-network': 'true' } },
    ),
    'other-fields/private-network',
  ),
  inCors(
    'keeps what a request with credentials gets for itself',
    alsoAnswering(({ cookie }, answer) =>
      cookie === undefined ? answer : { ...answer, vary: [...answer.vary, 'Cookie'] },
    ),
    'other-fields/credentials',
  ),
]
