import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { callOf } from '../src/generate/written-batches.js'
import { expectedOf } from '../src/meaning/expected.js'
import { standard } from '../src/meaning/known-differences.js'
import { covers } from '../src/meaning/origins.js'

const folder = new URL('../src/meaning/', import.meta.url)

test.each(readdirSync(folder))('%s imports nothing of what it judges', (file) => {
  const text = readFileSync(new URL(file, folder), 'utf8')
  const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, name = '']) => name)
  expect(imported.filter((name) => !/^(\.\.?\/|node:http$|@cors\/browsers$)/.test(name))).toEqual([])
})

describe('what a pattern covers', () => {
  test.each([
    ['https://*.shop.example', 'https://a.b.shop.example', true],
    ['https://*.shop.example', 'https://shop.example', false],
    ['https://*.shop.example', 'https://evilshop.example', false],
    ['https://*.shop.example', 'https://a.shop.example:8443', false],
    ['https://*.shop.example:*', 'https://a.shop.example', true],
    ['https://*.shop.example:*', 'https://*.b.shop.example', true],
    ['https://shop.example', 'https://*.shop.example', false],
    ['http://localhost:*', 'https://localhost:3000', false],
    ['https://shop.example', 'null', false],
  ])('%s, %s: %s', (pattern, other, expected) => {
    expect(covers(pattern, other)).toBe(expected)
  })
})

/** By hand, so that a slip in the meaning is no matter of what browsers happen to be asked. */
describe('what a policy means', () => {
  const call = {
    method: 'PATCH',
    headers: [['X-One', '1']],
    credentials: 'include',
    target: { kind: 'answer', status: 200 },
  } as const
  const means = (rule: object, change: object = {}) => {
    const { readable, runs, exchanges } = expectedOf(
      callOf({ ...call, ...change }, '1', 'https://api.example'),
      {
        policy: [{ origins: ['https://a.example'], ...rule }],
        origin: 'https://a.example',
        traits: { routedMethods: 'all that are parsed', refusesForms: false },
        deviations: standard,
      },
    )
    return [readable, runs, exchanges.map(({ kind }) => kind).join(' ')]
  }
  const full = { credentials: true, methods: ['PATCH'], allowedHeaders: ['x-one'] }

  test.each([
    ['all that is needed', full, {}, [true, 1, 'preflight request']],
    ['no credentials', { ...full, credentials: false }, {}, [false, 0, 'preflight']],
    ['no method', { ...full, methods: ['PUT'] }, {}, [false, 0, 'preflight']],
    ['another spelling of the method', full, { method: 'patch' }, [false, 0, 'preflight']],
    ['no header', { ...full, allowedHeaders: [] }, {}, [false, 0, 'preflight']],
    ['another origin', { ...full, origins: ['https://b.example'] }, {}, [false, 0, 'preflight']],
    ['a simple request', {}, { method: 'GET', headers: [] }, [false, 1, 'request']],
    [
      'one without credentials',
      {},
      { method: 'GET', headers: [], credentials: 'omit' },
      [true, 1, 'request'],
    ],
    ['a forbidden method', full, { method: 'TRACE' }, [false, 0, '']],
  ])('%s', (_, rule, change, expected) => {
    expect(means(rule, change)).toEqual(expected)
  })

  test('a redirect to another origin is asked for nobody', () => {
    const redirect = { status: 307, to: 'https://other.example' }
    expect(means(full, { redirect })).toEqual([false, 1, 'preflight request preflight'])
    expect(means(full, { redirect: { ...redirect, to: 'https://api.example' } })).toEqual([
      true,
      2,
      'preflight request preflight request',
    ])
  })
})
