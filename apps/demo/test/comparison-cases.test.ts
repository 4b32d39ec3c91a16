import { shopPolicy } from '@cors/app-service'
import { createCorsPolicy } from '@cors/core'
import { describe, expect, test } from 'vitest'
import { casesOf } from '../src/compare/cases.js'
import { expectedLines } from '../src/compare/expected-lines.js'
import { originsFor } from '../src/compare/origins.js'
import type { HeaderField } from '../src/results/exchange.js'

const listed = 'http://localhost:4000'
const policy = shopPolicy(listed)

describe('the cases', () => {
  const cases = casesOf({ listed, policy, entityTag: '"1-1"' })
  const having = (line: string): readonly string[] =>
    cases.filter(({ expected }) => expected.includes(line)).map(({ title }) => title)

  test('are more than 500, each once', () => {
    expect(cases.length).toBeGreaterThan(500)
    expect(new Set(cases.map(({ request }) => JSON.stringify(request))).size).toBe(cases.length)
  })

  const origins = originsFor(listed)

  test.each([
    ['HEAD', '/products', 200],
    ['GET', '/products', 200],
    ['POST', '/products', 201],
    ['DELETE', '/products/99', 204],
    ['GET', '/catalogue', 301],
    ['GET', '/products/1', 304],
    ['POST', '/products', 400],
    ['GET', '/me', 401],
    ['GET', '/missing', 404],
    ['GET', '/failure', 500],
    ['GET', '/export', 200],
    ['GET', '/events', 200],
  ])('%s %s from every origin must be answered with %i', (method, path, status) => {
    const titles = having(`status: ${status}`).filter((title) => title.startsWith(`${method} ${path}, `))
    for (const { title } of origins) {
      expect(titles.filter((each) => each.endsWith(`, ${title}`)).length).toBeGreaterThan(0)
    }
  })

  test.each([
    ['text/csv', '/export'],
    ['text/event-stream', '/events'],
  ])('%s must be streamed', (type, path) => {
    const streamed = having('transfer-encoding: chunked').filter((title) => title.startsWith(`GET ${path}, `))
    expect(streamed).toEqual(having(`content-type: ${type}`))
    expect(streamed.length).toBe(origins.length)
  })

  test.each([204, 403])('many preflights must be answered with %i', (status) => {
    const preflights = having(`status: ${status}`).filter((title) => title.startsWith('OPTIONS '))
    expect(preflights.length).toBeGreaterThan(100)
  })

  test('some origins may read, and most may not', () => {
    const readers = origins.filter(({ title }) =>
      having('access-control-allow-credentials: true').some((each) => each.endsWith(`, ${title}`)),
    )
    expect(readers.map(({ title }) => title.replace(/^.*\(|\)$/g, ''))).toEqual([
      'listed',
      'the field name in lower case',
      'whitespace around it',
      'wildcard',
      'wildcard',
      'wildcard',
    ])
  })

  test.each(['listed', 'wildcard', 'suffix', 'prefix', 'other port', 'opaque', 'malformed', 'empty'])(
    'there is an origin of this kind: %s',
    (kind) => {
      expect(origins.some(({ title }) => title.endsWith(` (${kind})`))).toBe(true)
    },
  )

  test('there is none, and there are duplicated ones', () => {
    expect(new Set(origins.map(({ lines }) => lines.length))).toEqual(new Set([0, 1, 2]))
  })
})

describe('what a policy says', () => {
  const ofShop = createCorsPolicy(policy)
  const lines = (...headers: readonly HeaderField[]): readonly string[] =>
    expectedLines(ofShop, { method: 'GET', path: '/', headers }, ['status: 200'])

  test.each([
    [
      'several lines are one value',
      [
        ['Origin', listed],
        ['Origin', listed],
      ],
    ],
    ['no case is folded', [['Origin', listed.toUpperCase()]]],
    ['there is none', []],
  ] as const)('nothing where %s', (_title, headers) => {
    expect(lines(...headers)).toEqual(['status: 200', 'vary: origin'])
  })

  test.each([[[['Origin', listed]]], [[['origin', `\t ${listed} `]]]] as const)('%j may read', (headers) => {
    expect(lines(...headers)).toEqual([
      'status: 200',
      'access-control-allow-credentials: true',
      `access-control-allow-origin: ${listed}`,
      'access-control-expose-headers: etag, location, x-total-count',
      'vary: origin',
    ])
  })
})
