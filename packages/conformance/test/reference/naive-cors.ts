import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CorsConfig, CorsReason, CorsRule, OriginLookup } from '@cors/core'
import type { Answer, Found, Reading } from './naive-answer.js'
import { isInsecure, isWellFormed, matchesPattern } from './naive-origins.js'

const listOf = (list: '*' | readonly string[] | undefined): readonly string[] =>
  list === '*' ? ['*'] : (list ?? [])
const unique = (list: readonly string[]): readonly string[] => [...new Set(list)]
const isToken = (text: string): boolean => /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,64}$/.test(text)

/**
 * CORS as the policy means it, written for reading: what the kit is tested against before any adapter is. Each
 * method is one thing that today's middlewares get wrong; the broken variants override one each.
 */
export class NaiveCors {
  read({ method = '', headers }: IncomingMessage): Reading {
    const text = (name: string): string | undefined => headers[name]?.toString()
    return {
      method,
      origin: text('origin'),
      requestMethod: text('access-control-request-method'),
      requestHeaders: text('access-control-request-headers'),
    }
  }

  isPreflight({ method, origin, requestMethod }: Reading): boolean {
    return method === 'OPTIONS' && origin !== undefined && requestMethod !== undefined
  }

  isSame(pattern: string, origin: string): boolean {
    return pattern === origin && !pattern.includes('*')
  }

  matches(pattern: string, origin: string): boolean {
    return matchesPattern(pattern, origin)
  }

  mayAsk(rule: CorsRule, origin: string): boolean {
    return !isInsecure(origin) || rule.credentials !== true || rule.dangerouslyAllowInsecureOrigins === true
  }

  isYes(answer: unknown): boolean {
    return answer === true
  }

  async ask(lookup: OriginLookup, origin: string, native: unknown, timeout: number): Promise<boolean> {
    const answer = lookup(origin, native)
    const late = new Promise((_, reject) => setTimeout(reject, timeout, new Error('late')).unref())
    late.catch(() => {})
    return this.isYes(await Promise.race([answer, late]))
  }

  /** The rules are asked one after the other; the first that matches decides. */
  async find(rules: readonly CorsRule[], origin: string, native: unknown): Promise<Found> {
    let denial: CorsReason = origin === 'null' ? 'origin-opaque' : 'origin-malformed'
    if (isWellFormed(origin)) denial = 'origin-not-listed'
    for (const rule of rules) {
      if (listOf(rule.origins as '*')[0] === '*') return { rule, reason: 'origin-any' }
      const origins = rule.origins as readonly (string | OriginLookup)[]
      const patterns = origins.filter((each) => typeof each === 'string')
      if (patterns.some((pattern) => this.isSame(pattern, origin))) return { rule, reason: 'origin-exact' }
      if (patterns.some((pattern) => this.matches(pattern, origin))) return { rule, reason: 'origin-pattern' }
      const lookup = origins.find((each) => typeof each === 'function')
      if (lookup === undefined || !isWellFormed(origin)) continue
      if (!this.mayAsk(rule, origin)) {
        denial = 'origin-insecure'
        continue
      }
      try {
        if (await this.ask(lookup, origin, native, rule.lookupTimeout ?? 5_000)) {
          return { rule, reason: 'origin-lookup' }
        }
      } catch {
        return this.lookupFailed(rules, rule)
      }
    }
    return { reason: denial }
  }

  lookupFailed(_rules: readonly CorsRule[], _rule: CorsRule): Found {
    return { reason: 'origin-lookup-failed' }
  }

  commonHeaders(rule: CorsRule, origin: string): Record<string, string> {
    return {
      'access-control-allow-origin': listOf(rule.origins as '*')[0] === '*' ? '*' : origin,
      ...(rule.credentials && { 'access-control-allow-credentials': 'true' }),
    }
  }

  actualHeaders(rule: CorsRule, origin: string): Record<string, string> {
    const exposed = unique(listOf(rule.exposedHeaders).map((name) => name.toLowerCase())).join(', ')
    return {
      ...this.commonHeaders(rule, origin),
      ...(exposed !== '' && { 'access-control-expose-headers': exposed }),
    }
  }

  allowMethods(rule: CorsRule, { requestMethod = '' }: Reading): string {
    const methods = listOf(rule.methods)
    if (methods[0] !== '*')
      return methods.length > 0 ? unique(['GET', 'HEAD', 'POST', ...methods]).join(', ') : ''
    if (!rule.credentials) return '*'
    return this.isMethodSentBack(requestMethod) ? requestMethod : ''
  }

  isMethodSentBack(method: string): boolean {
    return isToken(method) && !['CONNECT', 'TRACE', 'TRACK'].includes(method.toUpperCase())
  }

  allowHeaders(rule: CorsRule, { requestHeaders = '' }: Reading): string {
    const names = unique(listOf(rule.allowedHeaders).map((name) => name.toLowerCase()))
    if (!names.includes('*') || !rule.credentials) return names.join(', ')
    return this.namesSentBack(requestHeaders)
  }

  namesSentBack(requested: string): string {
    const names = requested
      .split(',')
      .map((name) => name.replace(/^[\t ]+|[\t ]+$/g, ''))
      .filter((name) => name !== '')
    const isValid = requested.length <= 8_192 && names.length <= 128 && names.every(isToken)
    return isValid ? names.join(', ').toLowerCase() : ''
  }

  maxAge(rule: CorsRule, isUncacheable: boolean): string {
    return isUncacheable ? '0' : String(rule.maxAge ?? '')
  }

  preflightHeaders(
    rule: CorsRule,
    origin: string,
    reading: Reading,
    isUncacheable: boolean,
  ): Record<string, string> {
    const optional = {
      'access-control-allow-methods': this.allowMethods(rule, reading),
      'access-control-allow-headers': this.allowHeaders(rule, reading),
      'access-control-max-age': this.maxAge(rule, isUncacheable),
    }
    const sent = Object.entries(optional).filter(([, value]) => value !== '')
    return { ...this.commonHeaders(rule, origin), ...Object.fromEntries(sent) }
  }

  async decide(
    config: CorsConfig,
    reading: Reading,
    native: unknown,
    isUncacheable: boolean,
  ): Promise<Answer> {
    const rules: readonly CorsRule[] = [config].flat()
    const [first] = rules
    const isConstant = rules.length === 1 && first !== undefined && listOf(first.origins as '*')[0] === '*'
    const { origin } = reading
    if (origin === undefined) {
      const headers = isConstant ? this.actualHeaders(first, '*') : {}
      const decision = { kind: 'non-cors', allowed: isConstant, reason: 'no-origin' } as const
      return { headers, vary: isConstant ? [] : this.keyedVary(), decision }
    }
    const { rule, reason } = await this.find(rules, origin, native)
    const isPreflight = this.isPreflight(reading)
    const decision = {
      kind: isPreflight ? 'preflight' : 'actual',
      allowed: rule !== undefined,
      reason,
    } as const
    if (reason === 'origin-lookup-failed') {
      return { headers: {}, vary: ['*'], decision, ...(isPreflight && { status: 503 }) }
    }
    if (!isPreflight) {
      const headers = rule === undefined ? {} : this.actualHeaders(rule, origin)
      return { headers, vary: isConstant ? [] : this.keyedVary(), decision }
    }
    const headers = rule === undefined ? {} : this.preflightHeaders(rule, origin, reading, isUncacheable)
    const wildcard = rule?.credentials && listOf(rule.allowedHeaders).includes('*')
    const sentBack = wildcard && 'access-control-allow-headers' in headers
    const vary = [
      'Origin',
      'Access-Control-Request-Method',
      ...(sentBack ? ['Access-Control-Request-Headers'] : []),
    ]
    return {
      headers,
      vary,
      decision,
      status: rule === undefined ? this.deniedStatus() : this.allowedStatus(),
    }
  }

  keyedVary(): readonly string[] {
    return ['Origin']
  }

  allowedStatus(): number {
    return 204
  }

  deniedStatus(): number {
    return 403
  }

  mergeVary(existing: string, members: readonly string[]): string {
    const all = [...existing.split(','), ...members]
      .map((member) => member.trim())
      .filter((member) => member !== '')
    if (all.includes('*')) return '*'
    return all
      .filter(
        (member, index) => all.findIndex((other) => other.toLowerCase() === member.toLowerCase()) === index,
      )
      .join(', ')
  }

  /** Write the answer when the head is written, whatever the handler did before. */
  prepare(response: ServerResponse, answer: Answer): void {
    const original = response.writeHead
    response.writeHead = ((...args: Parameters<typeof original>) => {
      this.write(response, answer)
      return original.apply(response, args)
    }) as typeof original
  }

  write(response: ServerResponse, { headers, vary }: Answer): void {
    if (headers !== undefined) {
      for (const name of response.getHeaderNames()) {
        if (name.startsWith('access-control-')) response.removeHeader(name)
      }
      for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    }
    const merged = this.mergeVary(response.getHeader('vary')?.toString() ?? '', vary)
    if (merged !== '') response.setHeader('vary', merged)
  }
}
