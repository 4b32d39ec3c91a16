import type { IncomingMessage } from 'node:http'
import type { CorsConfig, CorsRule } from '@cors/core'
import { inCors, type Mistake } from './mistake.js'
import type { Answer, Reading } from './naive-answer.js'
import { NaiveCors } from './naive-cors.js'

const lists: readonly Mistake[] = [
  inCors(
    'sends requested headers back',
    class extends NaiveCors {
      override allowHeaders(_: CorsRule, { requestHeaders = '' }: Reading): string {
        return requestHeaders
      }
    },
    'preflight/unlisted-header',
    'preflight/nothing',
    'constant/preflight-any',
  ),
  inCors(
    'sends the requested method back',
    class extends NaiveCors {
      override allowMethods(_: CorsRule, { requestMethod = '' }: Reading): string {
        return requestMethod
      }
    },
    'preflight/unlisted-method',
    'preflight/nothing',
    'constant/preflight-any',
  ),
  inCors(
    'lists every method by default',
    class extends NaiveCors {
      override allowMethods(rule: CorsRule, reading: Reading): string {
        return super.allowMethods(rule, reading) || 'GET,HEAD,PUT,PATCH,POST,DELETE'
      }
    },
    'preflight/nothing',
    'constant/preflight',
    'any-with-credentials/method-trace',
  ),
  inCors(
    'sends * with credentials',
    class extends NaiveCors {
      override allowMethods(rule: CorsRule, reading: Reading): string {
        return rule.methods === '*' ? '*' : super.allowMethods(rule, reading)
      }
    },
    'any-with-credentials/method-put',
  ),
  inCors(
    'sends any method back',
    class extends NaiveCors {
      override isMethodSentBack(): boolean {
        return true
      }
    },
    'any-with-credentials/method-track-mixed-case',
    'any-with-credentials/method-too-long',
    'any-with-credentials/method-list',
  ),
  inCors(
    'forbids methods in upper case only',
    class extends NaiveCors {
      override isMethodSentBack(method: string): boolean {
        return (
          !['CONNECT', 'TRACE', 'TRACK'].includes(method) && super.isMethodSentBack(`${method}x`.slice(0, 64))
        )
      }
    },
    'any-with-credentials/method-connect-lower-case',
    'any-with-credentials/method-trace-mixed-case',
  ),
  inCors(
    'sends any names back',
    class extends NaiveCors {
      override namesSentBack(requested: string): string {
        return requested
          .toLowerCase()
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
          .join(', ')
      }
    },
    'any-with-credentials/names-space-within',
    'any-with-credentials/names-name-too-long',
    'any-with-credentials/names-too-many-names',
    'any-with-credentials/names-value-too-long',
    'any-with-credentials/names-byte',
  ),
  inCors(
    'sends names back as they came',
    class extends NaiveCors {
      override namesSentBack(requested: string): string {
        return super.namesSentBack(requested) === '' ? '' : requested
      }
    },
    'any-with-credentials/names-upper-case',
    'any-with-credentials/names-empty-between',
    'any-with-credentials/names-several',
  ),
  inCors(
    'reads the first line of names only',
    class extends NaiveCors {
      override read(request: IncomingMessage): Reading {
        const names = request.headersDistinct['access-control-request-headers']?.[0]
        return { ...super.read(request), requestHeaders: names }
      }
    },
    'any-with-credentials/names-two-lines',
  ),
]

const vary: readonly Mistake[] = [
  inCors(
    'forgets Vary',
    class extends NaiveCors {
      override keyedVary(): readonly string[] {
        return []
      }
    },
    'credentials/exact',
    'credentials/denied',
    'credentials/no-origin',
  ),
  inCors(
    'forgets Vary where the origin is denied or absent',
    class extends NaiveCors {
      override async decide(
        config: CorsConfig,
        reading: Reading,
        native: unknown,
        is: boolean,
      ): Promise<Answer> {
        const answer = await super.decide(config, reading, native, is)
        return answer.decision?.allowed ? answer : { ...answer, vary: [] }
      }
    },
    'kinds/no-origin',
    'credentials/denied',
    'credentials/preflight-denied',
    'lookup/throws-actual',
  ),
  inCors(
    'varies a constant',
    class extends NaiveCors {
      override mergeVary(existing: string, members: readonly string[]): string {
        return super.mergeVary(existing, ['Origin', ...members])
      }
    },
    'constant/no-origin',
    'constant/actual-opaque',
    'own-headers/constant-vary',
  ),
  inCors(
    "replaces the handler's Vary",
    class extends NaiveCors {
      override mergeVary(_: string, members: readonly string[]): string {
        return members.join(', ')
      }
    },
    'own-headers/vary',
    'own-headers/vary-any',
    'own-headers/vary-denied',
  ),
  inCors(
    'adds to Vary without looking',
    class extends NaiveCors {
      override mergeVary(existing: string, members: readonly string[]): string {
        return [...(existing === '' ? [] : [existing]), ...members].join(', ')
      }
    },
    'own-headers/vary-origin',
    'own-headers/vary-any',
    'vary-option/constant',
  ),
]

export const mistakesInListsAndVary: readonly Mistake[] = [...lists, ...vary]
