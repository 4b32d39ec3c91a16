import type { CorsConfig, CorsRule, OriginLookup } from '@cors/core'
import { inCors, type Mistake } from './mistake.js'
import type { Answer, Found, Reading } from './naive-answer.js'
import { NaiveCors } from './naive-cors.js'

const origins: readonly Mistake[] = [
  inCors(
    'reflects any origin',
    class extends NaiveCors {
      override matches(): boolean {
        return true
      }
    },
    'credentials/denied',
    'credentials/preflight-denied',
    'exact/suffix-extended',
    'exact/null',
  ),
  inCors(
    'compares the beginning of an origin',
    class extends NaiveCors {
      override matches(pattern: string, origin: string): boolean {
        return super.matches(pattern, origin) || origin.startsWith(pattern)
      }
    },
    'exact/suffix-extended',
    'exact/one-more',
    'exact/user-listed',
    'exact/path',
  ),
  inCors(
    'compares the end of an origin',
    class extends NaiveCors {
      override matches(pattern: string, origin: string): boolean {
        return super.matches(pattern, origin) || origin.endsWith(pattern.replace('https://*', ''))
      }
    },
    'pattern/at',
    'pattern/slash',
    'pattern/comma',
    'pattern/other-scheme',
  ),
  inCors(
    'lets a dot stand for any character',
    class extends NaiveCors {
      override matches(pattern: string, origin: string): boolean {
        return (
          super.matches(pattern, origin) ||
          (!pattern.includes('*') && !/[[:]\d/.test(pattern) && new RegExp(`^${pattern}$`).test(origin))
        )
      }
    },
    'exact/dot-replaced',
  ),
  inCors(
    'folds case',
    class extends NaiveCors {
      override matches(pattern: string, origin: string): boolean {
        return super.matches(pattern, origin.toLowerCase())
      }
    },
    'exact/upper-case-host',
    'exact/upper-case-scheme',
    'pattern/upper-case',
  ),
  inCors(
    'parses the origin as a URL first',
    class extends NaiveCors {
      override matches(pattern: string, origin: string): boolean {
        return super.matches(pattern, URL.canParse(origin) ? new URL(origin).origin : origin)
      }
    },
    'exact/default-port',
    'exact/trailing-slash',
    'exact/user',
    'exact/ipv6-long',
    'pattern/default-port',
  ),
  inCors(
    'takes one of several origins',
    class extends NaiveCors {
      override matches(pattern: string, origin: string): boolean {
        return origin.split(',').some((each) => super.matches(pattern, each.trim()))
      }
    },
    'exact/list',
    'exact/repeated-first',
    'exact/repeated-last',
    'credentials/preflight-malformed',
  ),
  inCors(
    'lets a wildcard stand for the base, too',
    class extends NaiveCors {
      override matches(pattern: string, origin: string): boolean {
        return super.matches(pattern, origin) || origin === pattern.replace('*.', '')
      }
    },
    'pattern/base',
  ),
  inCors(
    'lets a wildcard stand for one label only',
    class extends NaiveCors {
      override matches(pattern: string, origin: string): boolean {
        return super.matches(pattern, origin) && origin.split('.').length <= pattern.split('.').length
      }
    },
    'pattern/sub-subdomain',
  ),
  inCors(
    'sends the pattern',
    class extends NaiveCors {
      override commonHeaders(rule: CorsRule, origin: string): Record<string, string> {
        return {
          ...super.commonHeaders(rule, origin),
          'access-control-allow-origin': rule.origins[0] === '*' ? origin : String(rule.origins[0]),
        }
      }
    },
    'credentials/pattern',
    'exact/port',
  ),
]

const rules: readonly Mistake[] = [
  inCors(
    'merges rules',
    class extends NaiveCors {
      override async find(all: readonly CorsRule[], origin: string, native: unknown): Promise<Found> {
        const found = await super.find(all, origin, native)
        return found.rule === undefined ? found : { ...found, rule: Object.assign({}, ...all, found.rule) }
      }
    },
    'rules/first-preflight',
    'rules/second-actual',
    'rules/everybody-actual',
  ),
  inCors(
    'takes the last rule that matches',
    class extends NaiveCors {
      override find(all: readonly CorsRule[], origin: string, native: unknown): Promise<Found> {
        return super.find([...all].reverse(), origin, native)
      }
    },
    'rules/first-actual',
    'rules/overlap-first',
  ),
  inCors(
    'takes several rules for a constant policy',
    class extends NaiveCors {
      override decide(config: CorsConfig, reading: Reading, native: unknown, is: boolean): Promise<Answer> {
        const constant = [config].flat().find((rule) => rule.origins === '*')
        return super.decide(reading.origin === undefined && constant ? constant : config, reading, native, is)
      }
    },
    'rules/no-origin',
  ),
]

const lookups: readonly Mistake[] = [
  inCors(
    'takes any truthy answer for yes',
    class extends NaiveCors {
      override isYes(answer: unknown): boolean {
        return Boolean(answer)
      }
    },
    'lookup/number-actual',
    'lookup/text-actual',
    'lookup/object-preflight',
    'lookup/promise-number-actual',
  ),
  inCors(
    'forgets to wait for the lookup',
    class extends NaiveCors {
      override async ask(lookup: OriginLookup, origin: string, native: unknown): Promise<boolean> {
        const answer = lookup(origin, native)
        if (answer instanceof Promise) answer.catch(() => {})
        return Boolean(answer)
      }
    },
    'lookup/promise-false-actual',
    'lookup/rejects-actual',
    'lookup/never-answers-preflight',
  ),
  inCors(
    'fails open',
    class extends NaiveCors {
      override lookupFailed(_: readonly CorsRule[], rule: CorsRule): Found {
        return { rule, reason: 'origin-lookup' }
      }
    },
    'lookup/throws-actual',
    'lookup/never-answers-preflight',
  ),
  inCors(
    'takes a failure for a no',
    class extends NaiveCors {
      override lookupFailed(all: readonly CorsRule[]): Found {
        const last = all.at(-1)
        return last?.origins === '*' ? { rule: last, reason: 'origin-any' } : { reason: 'origin-not-listed' }
      }
    },
    'lookup/throws-preflight',
    'lookup/rejects-actual',
    'lookup/failed-then-rule',
  ),
  inCors(
    'asks about insecure origins',
    class extends NaiveCors {
      override mayAsk(): boolean {
        return true
      }
    },
    'lookup/insecure',
    'lookup/insecure-preflight',
  ),
]

export const mistakesInDecisions: readonly Mistake[] = [...origins, ...rules, ...lookups]
