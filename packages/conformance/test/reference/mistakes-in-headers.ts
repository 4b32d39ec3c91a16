import type { ServerResponse } from 'node:http'
import type { CorsRule } from '@cors/core'
import { inCors, type Mistake } from './mistake.js'
import type { Answer, Reading } from './naive-answer.js'
import { NaiveCors } from './naive-cors.js'

type Headers = Record<string, string>

/** A variant that changes the headers of every answer. */
const headersBecome = (
  name: string,
  change: (headers: Headers, rule: CorsRule, reading?: Reading) => Headers,
  ...caughtBy: string[]
): Mistake =>
  inCors(
    name,
    class extends NaiveCors {
      override actualHeaders(rule: CorsRule, origin: string): Headers {
        return change(super.actualHeaders(rule, origin), rule)
      }
      override preflightHeaders(rule: CorsRule, origin: string, reading: Reading, is: boolean): Headers {
        return change(super.preflightHeaders(rule, origin, reading, is), rule, reading)
      }
    },
    ...caughtBy,
  )

export const mistakesInHeaders: readonly Mistake[] = [
  headersBecome(
    'adds a header of its own',
    (headers) => ({ ...headers, 'access-control-allow-private-network': 'true' }),
    'constant/actual-listed',
    'preflight/listed',
  ),
  headersBecome(
    'says false about credentials',
    (headers) => ({ 'access-control-allow-credentials': 'false', ...headers }),
    'constant/actual-listed',
    'rules/second-actual',
  ),
  headersBecome(
    'lists exposed names on preflights',
    (headers, rule) => ({
      ...headers,
      ...(rule.exposedHeaders && { 'access-control-expose-headers': 'etag' }),
    }),
    'credentials/preflight-exact',
    'rules/first-preflight',
  ),
  headersBecome(
    'lists methods on actual responses',
    (headers) => ({ 'access-control-allow-methods': 'GET, HEAD, POST', ...headers }),
    'constant/actual-listed',
    'credentials/exact',
  ),
  headersBecome(
    'gives preflights a default age',
    (headers, _, reading) => (reading ? { 'access-control-max-age': '86400', ...headers } : headers),
    'preflight/nothing',
    'constant/preflight',
  ),
  headersBecome(
    'drops an age of 0',
    ({ 'access-control-max-age': age, ...headers }) =>
      age === undefined || age === '0' ? headers : { ...headers, 'access-control-max-age': age },
    'preflight/max-age-0',
    'function/preflight-uncacheable',
    'mixed/preflight-get',
  ),
  headersBecome(
    'joins without a space',
    (headers) =>
      Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value.replaceAll(', ', ',')])),
    'preflight/listed',
    'constant/expose',
    'constant/preflight-any-and-authorization',
  ),
  headersBecome(
    'writes other header names first',
    (headers) => Object.fromEntries(Object.entries(headers).sort()),
    'wire/actual-names',
    'wire/preflight-names',
  ),
  inCors(
    'writes header names in capitals',
    class extends NaiveCors {
      override prepare(response: ServerResponse, answer: Answer): void {
        const capitalised = Object.entries(answer.headers ?? {}).map(([name, value]) => [
          name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase()),
          value,
        ])
        super.prepare(response, { ...answer, headers: answer.headers && Object.fromEntries(capitalised) })
      }
    },
    'wire/actual-names',
  ),
  inCors(
    'lists header names as they were configured',
    class extends NaiveCors {
      override allowHeaders(rule: CorsRule): string {
        return rule.allowedHeaders === '*' ? '*' : (rule.allowedHeaders ?? []).join(', ')
      }
    },
    'preflight/listed',
    'credentials/preflight-exact',
  ),
]
