import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BrowserModel, type Send } from '../../src/browser-model/index.js'
import { explain, formatExplanation } from '../../src/explain/index.js'
import type { CorsDecision, CorsPolicy, CorsRequest } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import { checkAsync, RUNS } from './check.js'
import { naiveRules, policyFor, requestFrom } from './configs.js'

/** Each explanation compiles several configurations. */
const runs = Math.ceil(RUNS / 4)

const requests = fc.array(requestFrom, { minLength: 1, maxLength: 2 })
const methods = fc.constantFrom('GET', 'PUT', 'DELETE', 'Frob', 'patch')
/** Mostly what browsers send, so that suggestions are asked for. */
const realistic = fc
  .record({
    from: requestFrom,
    isPreflight: fc.boolean(),
    method: methods,
    names: fc.subarray(['authorization', 'content-type', 'x-a', 'x-b']),
  })
  .map(
    ({ from, isPreflight, method, names }) =>
      (rules: Parameters<typeof from>[0]): CorsRequest => ({
        method: isPreflight ? 'OPTIONS' : method,
        origin: from(rules).origin,
        accessControlRequestMethod: isPreflight ? method : undefined,
        accessControlRequestHeaders: isPreflight && names.length > 0 ? names.join(',') : undefined,
      }),
  )

/** Is it an origin that a rule can name? */
const isListable = (origin: string | undefined): boolean => {
  try {
    policyOf({ origins: [origin] })
    return !origin?.includes('*')
  } catch {
    return false
  }
}

const modes = ['anonymous', 'credentialed'] as const

test('The decision is that of evaluate, for every request', async () => {
  await checkAsync(
    [naiveRules, requests],
    async (rules, requestsFrom) => {
      const policy = policyFor(rules)
      for (const from of requestsFrom) {
        const request = from(rules)
        const evaluated = policy.evaluate(request)
        const explained = explain(policy, request)
        expect(explained instanceof Promise).toBe(evaluated instanceof Promise)
        const { decision, browser, steps } = await explained
        expect(decision).toStrictEqual(await evaluated)
        expect(browser === undefined).toBe(decision.kind === 'non-cors')
        for (const { text, spec } of [...steps, ...modes.flatMap((mode) => browser?.[mode].steps ?? [])]) {
          expect(text).toMatch(/^[^\n]+$/)
          expect(spec).toMatch(/^https:\/\/fetch\.spec\.whatwg\.org\/#[a-z0-9-]+$/)
        }
        expect(formatExplanation(await explained)).toContain(decision.reason)
      }
    },
    runs,
  )
})

test('Every suggested change is valid, and makes the verdict a yes', async () => {
  const seen = new Map<string, number>()
  await checkAsync([naiveRules, realistic], async (rules, from) => {
    const request = from(rules)
    const policy = policyFor(rules)
    const { decision, browser } = await explain(policy, request)
    for (const mode of modes) {
      const verdict = browser?.[mode]
      if (verdict === undefined) continue
      const { allowed, change, refusal, advice } = verdict
      const outcome = allowed ? 'allowed' : change === undefined ? 'no change' : 'change'
      expect(refusal === undefined).toBe(allowed)
      if (outcome === 'no change') {
        const isPossible =
          isListable(request.origin) &&
          request.accessControlRequestMethod !== 'patch' &&
          request.method !== 'patch'
        expect({ isPossible, advice }).toEqual({ isPossible: false, advice: expect.stringMatching(/\.$/) })
      }
      const key = `${mode} ${decision.reason} ${outcome}`
      seen.set(key, (seen.get(key) ?? 0) + 1)
      if (change === undefined) continue
      expect(change.edits.length).toBeGreaterThan(0)
      const after = await explain(policyOf(change.config), request)
      expect({ change, after: after.browser?.[mode].allowed }).toEqual({ change, after: true })
      // Nobody else is let in. Only the opaque origin has no name of its own.
      if (decision.reason === 'origin-opaque') continue
      const stranger = 'https://stranger.invalid'
      expect(await policyOf(change.config).isOriginAllowed(stranger)).toBe(
        await policy.isOriginAllowed(stranger),
      )
    }
  })
  for (const mode of modes) {
    for (const reason of [
      'origin-exact',
      'origin-pattern',
      'origin-lookup',
      'origin-not-listed',
      'origin-any',
    ]) {
      expect(seen.get(`${mode} ${reason} change`)).toBeGreaterThan(0)
    }
  }
})

/** A server that answers by the policy, and nothing else. */
const serverOf =
  (policy: CorsPolicy): Send =>
  async ({ method, headers }) => {
    const fieldValue = (name: string): string | undefined =>
      headers.find(([other]) => other.toLowerCase() === name)?.[1]
    const decision: CorsDecision = await policy.evaluate({
      method,
      origin: fieldValue('origin'),
      accessControlRequestMethod: fieldValue('access-control-request-method'),
      accessControlRequestHeaders: fieldValue('access-control-request-headers'),
    })
    return { status: decision.status ?? 200, headers: decision.headers }
  }

/** Nothing of which the actual request shows. */
const sentBy = async (
  policy: CorsPolicy,
  { method, origin = 'null', ...asked }: CorsRequest,
  mode: (typeof modes)[number],
): Promise<{ preflightPassed: boolean; readable: boolean }> => {
  const names = (asked.accessControlRequestHeaders ?? '').split(',').filter((name) => name !== '')
  const outcome = await new BrowserModel({ send: serverOf(policy) }).fetch({
    origin,
    url: 'https://api.elsewhere.invalid/',
    method: asked.accessControlRequestMethod ?? method,
    // A value that is safe in no header.
    headers: names.map((name) => [name, '"']),
    credentials: mode === 'credentialed' ? 'include' : 'omit',
  })
  return {
    preflightPassed: outcome.exchanges.some(({ request }) => request.kind === 'request'),
    readable: outcome.readable,
  }
}

test('The verdict is what the whole model of a browser finds against a server with that policy', async () => {
  await checkAsync(
    [naiveRules, realistic],
    async (rules, from) => {
      const request = from(rules)
      if (request.origin === undefined) return
      const policy = policyFor(rules)
      const { browser, decision } = await explain(policy, request)
      for (const mode of modes) {
        const allowed = browser?.[mode].allowed
        const found = await sentBy(policy, request, mode)
        const expected = decision.kind === 'preflight' ? found.preflightPassed : found.readable
        // A preflight for what needs none is no browser's: the model then sends the request at once.
        const isAsked = decision.kind !== 'preflight' || request.accessControlRequestHeaders !== undefined
        if (isAsked || request.accessControlRequestMethod !== 'GET') {
          expect({ request, mode, allowed }).toEqual({ request, mode, allowed: expected })
        }
      }
    },
    runs,
  )
})
