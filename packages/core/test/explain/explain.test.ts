import { describe, expect, it } from 'vitest'
import { type BrowserVerdict, type Explanation, explain, formatExplanation } from '../../src/explain/index.js'
import { createCorsPolicy, createReloadablePolicy } from '../../src/index.js'
import { policyOf } from '../support/policies.js'
import { actual, nonCors, preflight } from '../support/requests.js'

const app = 'https://app.example.com'

type Mode = 'anonymous' | 'credentialed'

const verdictOf = ({ browser }: Explanation, mode: Mode): BrowserVerdict => {
  if (browser === undefined) throw new Error('The request is no CORS request.')
  return browser[mode]
}

describe('A preflight', () => {
  const policy = createCorsPolicy({ origins: [app], methods: ['PUT'], maxAge: 60 })

  it('is played to the header that decides', () => {
    const explanation = explain(policy, preflight(app, 'DELETE', 'x-a'))
    expect(explanation.rule).toBe(0)
    const spec = 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0'
    const refusal = {
      reason: 'method-not-allowed',
      message: 'DELETE is not in access-control-allow-methods',
      header: 'access-control-allow-methods',
      compared: { expected: 'DELETE', actual: 'GET, HEAD, POST, PUT' },
      spec,
    }
    expect(verdictOf(explanation, 'anonymous')).toMatchObject({ allowed: false, refusal })
    expect(verdictOf(explanation, 'anonymous').steps).toEqual([
      {
        text: "access-control-allow-origin is the request's origin",
        passed: true,
        header: 'access-control-allow-origin',
        compared: { expected: `${app}, or *`, actual: app },
        spec: 'https://fetch.spec.whatwg.org/#concept-cors-check',
      },
      {
        text: "the preflight's status is 204",
        passed: true,
        compared: { expected: '200 to 299', actual: '204' },
        spec,
      },
      {
        text: refusal.message,
        passed: false,
        header: refusal.header,
        compared: refusal.compared,
        spec,
      },
    ])
    // All that is missing, not only what the browser saw first.
    expect(verdictOf(explanation, 'anonymous').change?.edits.map(({ path, value }) => [path, value])).toEqual(
      [
        [['methods'], ['PUT', 'DELETE']],
        [['allowedHeaders'], ['x-a']],
      ],
    )
  })

  it('that passes tells how long its answer is kept', () => {
    const { browser, decision } = explain(policy, preflight(app))
    expect(decision).toBe(policy.evaluate(preflight(app)))
    expect(browser?.anonymous).toMatchObject({ allowed: true, maxAge: 60 })
    expect(browser?.credentialed.refusal?.header).toBe('access-control-allow-credentials')
  })

  it.each([
    ['TRACE', undefined],
    ['put', undefined],
    ['', undefined],
    ['PUT', 'cookie'],
    ['PUT', 'x a'],
  ])('for %j with %j comes from no browser', (method, names) => {
    const verdict = verdictOf(explain(policy, preflight(app, method, names)), 'anonymous')
    expect(verdict).toMatchObject({ allowed: false, refusal: { reason: 'request-invalid' } })
    expect(verdict.change).toBeUndefined()
    expect(verdict.advice).toContain('No browser sends this request')
  })
})

describe('An actual request', () => {
  const policy = createCorsPolicy({ origins: [app], methods: ['PUT'], exposedHeaders: ['ETag'] })

  it('tells what the script may read', () => {
    const { browser } = explain(policy, actual(app))
    expect(browser?.anonymous).toMatchObject({ allowed: true, exposedHeaders: ['etag'] })
  })

  it('whose method needs a preflight is no yes where that one is refused', () => {
    expect(verdictOf(explain(policy, actual(app, 'PUT')), 'anonymous').allowed).toBe(true)
    const explanation = explain(policy, actual(app, 'DELETE'))
    expect(explanation.decision.allowed).toBe(true)
    expect(verdictOf(explanation, 'anonymous').refusal?.reason).toBe('method-not-allowed')
  })

  it('without Origin has no verdict: a browser checks nothing', () => {
    expect(explain(policy, nonCors())).not.toHaveProperty('browser')
  })
})

describe('A suggestion', () => {
  const editsOf = (config: unknown, origin: string, mode: Mode) => {
    const explanation = explain(policyOf(config), actual(origin)) as Explanation
    const { change, advice } = verdictOf(explanation, mode)
    return { edits: change?.edits.map(({ action, path, value }) => [action, path, value]), advice }
  }

  it('adds the origin to the rule that needs the fewest other changes', () => {
    const config = [{ origins: ['https://a.example'] }, { origins: ['https://b.example'], credentials: true }]
    expect(editsOf(config, app, 'anonymous').edits).toEqual([
      ['set', [0, 'origins'], ['https://a.example', app]],
    ])
    expect(editsOf(config, app, 'credentialed').edits).toEqual([
      ['set', [1, 'origins'], ['https://b.example', app]],
    ])
  })

  it('gives no credentials to everybody: the origin gets a rule of its own', () => {
    const { edits } = editsOf({ origins: '*', exposedHeaders: ['ETag'] }, app, 'credentialed')
    expect(edits).toEqual([['insert', [0], { origins: [app], credentials: true, exposedHeaders: ['etag'] }]])
  })

  it('gives no credentials to a whole public suffix', () => {
    const { edits } = editsOf({ origins: ['https://*.github.io'] }, 'https://a.github.io', 'credentialed')
    expect(edits).toEqual([['insert', [0], { origins: ['https://a.github.io'], credentials: true }]])
  })

  it('lets a cleartext origin read without the credentials that others have', () => {
    const config = { origins: [app], credentials: true }
    expect(editsOf(config, 'http://old.example.com', 'anonymous').edits).toEqual([
      ['insert', [0], { origins: ['http://old.example.com'] }],
    ])
    const { edits, advice } = editsOf(config, 'http://old.example.com', 'credentialed')
    expect(edits?.[0]?.[2]).toMatchObject({ dangerouslyAllowInsecureOrigins: true })
    expect(advice).toBe('Better serve the page over https.')
  })

  it('changes the rule that an origin has for itself, and leaves no rule empty', async () => {
    const cleartext = 'http://old.example.com'
    const { edits } = editsOf({ origins: [cleartext] }, cleartext, 'credentialed')
    expect(edits).toEqual([
      ['set', ['credentials'], true],
      ['set', ['dangerouslyAllowInsecureOrigins'], true],
    ])
    const fails = (): boolean => {
      throw new Error('no database')
    }
    const config = [{ origins: ['https://a.example', fails] }, { origins: [app], methods: ['PUT'] }]
    const explanation = await explain(policyOf(config), actual(app))
    const { change } = verdictOf(explanation, 'anonymous')
    expect(change?.edits.map(({ action, path, value }) => [action, path, value])).toEqual([
      ['remove', [1], undefined],
      ['insert', [0], { origins: [app], methods: ['PUT'] }],
    ])
    expect(createCorsPolicy(change?.config ?? []).config).toHaveLength(2)
  })

  it('never gives null credentials, nor lists what no browser sends', () => {
    expect(editsOf({ origins: [app] }, 'null', 'anonymous').edits).toEqual([
      ['insert', [1], { origins: '*' }],
    ])
    expect(editsOf({ origins: [app] }, 'null', 'credentialed').edits).toBeUndefined()
    expect(editsOf({ origins: [app] }, `${app}/`, 'anonymous')).toEqual({
      edits: undefined,
      advice: expect.stringContaining('No browser sends this Origin'),
    })
  })

  it('says which listed origin is nearly the same', () => {
    const stepFor = (origin: string): string | undefined =>
      explain(createCorsPolicy({ origins: [`${app}:8443`, 'https://*.shop.example'] }), actual(origin))
        .steps[2]?.text
    expect(stepFor(app)).toContain('its port is 8443, not the default')
    expect(stepFor('http://a.shop.example')).toContain('its scheme is https, not http')
    expect(stepFor('https://shop.example')).toContain('at least one label')
    expect(stepFor('https://elsewhere.example')).toBe('no rule lists it')
  })
})

describe('A lookup function', () => {
  it('is asked about the request alone, or also about the preflight before it, and not to try suggestions', async () => {
    const asked: unknown[] = []
    const policy = createCorsPolicy([
      { origins: ['https://a.example', (origin, context) => asked.push([origin, context]) > 5] },
      { origins: ['https://b.example'] },
    ])
    const explanation = explain(policy, actual(app), 'context')
    expect(explanation).toBeInstanceOf(Promise)
    expect((await explanation).decision.reason).toBe('origin-not-listed')
    expect(asked).toEqual([[app, 'context']])
    await explain(policy, actual(app, 'PUT'), 'context')
    expect(asked).toHaveLength(3)
    // Not asked, so no Promise.
    expect(explain(policy, actual('https://a.example'))).not.toBeInstanceOf(Promise)
  })

  it('that failed is what to mend', async () => {
    const policy = createCorsPolicy({
      origins: [
        () => {
          throw new Error('no database')
        },
      ],
    })
    const { browser } = await explain(policy, actual(app))
    expect(browser?.anonymous.advice).toContain('"Error: no database"')
  })

  it('and what was thrown need not be a text', async () => {
    const policy = createCorsPolicy({ origins: [() => Promise.reject(Object.create(null))] })
    const explanation = await explain(policy, actual(app))
    expect(explanation.browser?.anonymous.advice).toContain('"Object"')
    expect(formatExplanation(explanation)).toContain('the lookup function failed: "Object"')
  })
})

it('A reloadable policy is explained as it is now', () => {
  const policy = createReloadablePolicy({ origins: [app] })
  policy.replace({ origins: ['https://other.example'] })
  expect(verdictOf(explain(policy, actual(app)) as Explanation, 'anonymous').allowed).toBe(false)
})

it('A long request is explained at the cost of its length', () => {
  const policy = createCorsPolicy({ origins: [app], allowedHeaders: ['x-a'] })
  const spaces = ' '.repeat(200_000)
  const { browser } = explain(policy, preflight(app, 'PUT', `x-a,${spaces}x${spaces}x`))
  expect(browser?.anonymous.refusal?.message.length).toBeLessThan(200)
})

it('A text that somebody put on every object as `then` makes no Promise of a decision', () => {
  const policy = createCorsPolicy({ origins: [app] })
  Object.defineProperty(Object.prototype, 'then', { value: 'x', configurable: true })
  try {
    expect((explain(policy, actual(app)) as Explanation).decision.allowed).toBe(true)
  } finally {
    Reflect.deleteProperty(Object.prototype, 'then')
  }
})
