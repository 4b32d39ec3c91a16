import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, test } from 'vitest'
import { compileOptions } from '../../src/adapter/index.js'
import { createCorsPolicy } from '../../src/index.js'
import { errorOf } from '../support/policies.js'

const A = 'https://a.example'
const good = { origins: [A] }
const policy = createCorsPolicy(good)

const compile = (input: unknown) => compileOptions(input, () => {})
const issuesOf = (input: unknown) =>
  errorOf(() => compile(input)).issues.map(({ message: _, ...issue }) => issue)

describe('What an adapter takes', () => {
  test.each<[string, unknown]>([
    ['a configuration', good],
    ['an array of rules', [good, { origins: '*' }]],
    ['options with a configuration', { policy: good }],
    ['options with an array of rules', { policy: [good] }],
    [
      'options with everything',
      { policy: good, onDecision: () => {}, vary: ['X-Tenant'], samePolicyForAllMethods: true },
    ],
    [
      'options with nothing',
      { policy: good, onDecision: undefined, vary: undefined, samePolicyForAllMethods: undefined },
    ],
  ])('%s', (_, input) => {
    expect(compile(input).policy).toMatchObject({ evaluate: expect.any(Function) })
  })

  test('a policy, as it is, alone or in the options', () => {
    expect(compile(policy).policy).toBe(policy)
    expect(compile({ policy }).policy).toBe(policy)
    // Of another build of the core, say: what counts is what it can do.
    const foreign = { ...policy }
    expect(compile({ policy: foreign }).policy).toBe(foreign)
  })

  test('false and a function, in the options only', () => {
    const choose = () => policy
    expect(compile({ policy: false }).policy).toBe(false)
    expect(compile({ policy: choose }).policy).toBe(choose)
    const alone = { code: 'config-type', path: [] }
    expect(issuesOf(false)).toStrictEqual([{ ...alone, value: false, suggestion: '{ policy: false }' }])
    expect(issuesOf(choose)).toStrictEqual([
      { ...alone, value: choose, suggestion: '{ policy: (request) => … }' },
    ])
  })
})

describe('A mistake fails at start-up', () => {
  test.each<[unknown, object[]]>([
    [undefined, [{ code: 'config-type', path: [], value: undefined }]],
    [null, [{ code: 'config-type', path: [], value: null }]],
    [{}, [{ code: 'origins-missing', path: ['origins'], value: undefined }]],
    [
      { ...good, vary: ['X'] },
      [
        {
          code: 'unknown-option',
          path: ['vary'],
          value: ['X'],
          suggestion: expect.stringContaining('policy'),
        },
      ],
    ],
    [
      { ...good, evaluate: 5 },
      [{ code: 'unknown-option', path: ['evaluate'], value: 5, suggestion: expect.any(String) }],
    ],
    [{ policy: undefined }, [{ code: 'config-type', path: ['policy'], value: undefined }]],
    [{ policy: null }, [{ code: 'config-type', path: ['policy'], value: null }]],
    [{ policy: true }, [{ code: 'config-type', path: ['policy'], value: true }]],
    [
      { policy: { policy: good } },
      [
        {
          code: 'unknown-option',
          path: ['policy', 'policy'],
          value: good,
          suggestion: expect.stringContaining('adapter'),
        },
        { code: 'origins-missing', path: ['policy', 'origins'], value: undefined },
      ],
    ],
    [
      { policy: { origins: [`${A}/`] } },
      [{ code: 'origin-not-canonical', path: ['policy', 'origins', 0], value: `${A}/`, suggestion: A }],
    ],
    [
      { policy: [good, { origins: [] }] },
      [{ code: 'origins-missing', path: ['policy', 1, 'origins'], value: [] }],
    ],
    [{ policy: good, onDecision: 'log' }, [{ code: 'config-type', path: ['onDecision'], value: 'log' }]],
    [{ policy: good, onDecision: null }, [{ code: 'config-type', path: ['onDecision'], value: null }]],
    [{ policy: good, vary: 'X-Tenant' }, [{ code: 'config-type', path: ['vary'], value: 'X-Tenant' }]],
    [
      { policy: good, vary: ['X-Tenant', 'X Y', 5, ''] },
      [
        { code: 'header-invalid', path: ['vary', 1], value: 'X Y' },
        { code: 'header-invalid', path: ['vary', 2], value: 5 },
        { code: 'header-invalid', path: ['vary', 3], value: '' },
      ],
    ],
    [
      { policy: good, samePolicyForAllMethods: 'yes' },
      [{ code: 'config-type', path: ['samePolicyForAllMethods'], value: 'yes' }],
    ],
    [
      { policy: good, maxAge: 600 },
      [{ code: 'unknown-option', path: ['maxAge'], value: 600, suggestion: 'policy: { maxAge: … }' }],
    ],
    [
      { policy: good, ondecision: 5 },
      [{ code: 'unknown-option', path: ['ondecision'], value: 5, suggestion: 'onDecision' }],
    ],
    [{ policy: good, zap: undefined }, [{ code: 'unknown-option', path: ['zap'], value: undefined }]],
  ])('%o', (input, issues) => {
    expect(issuesOf(input)).toStrictEqual(issues)
  })

  // `app.use(cors)`: each of the request's own properties would be an unknown option.
  test.each([
    ['of node:http', new IncomingMessage(new Socket())],
    ['of Fetch', new Request('http://a.example/')],
    ['in the context of Koa or Hono', { req: {}, state: {} }],
  ])('a request %s is told to be one', (_, request) => {
    expect(issuesOf(request)).toStrictEqual([
      { code: 'config-type', path: [], value: request, suggestion: 'cors({ … })' },
    ])
  })

  test('what a prototype has makes no request of a configuration', () => {
    const prototype = { req: {}, method: 'GET', url: '/' }
    expect(compile(Object.assign(Object.create(prototype), good)).policy).toMatchObject({
      config: { origins: [A] },
    })
  })

  test('all are reported at once', () => {
    const input = {
      policy: { origins: '*', credentials: true, maxAge: -1 },
      onDecision: 1,
      vary: 2,
      samePolicyForAllMethods: 3,
      zap: 4,
    }
    expect(
      issuesOf(input)
        .map(({ path }) => path.join('.'))
        .sort(),
    ).toEqual([
      ...['onDecision', 'policy.maxAge', 'policy.origins', 'samePolicyForAllMethods', 'vary', 'zap'],
    ])
  })
})
