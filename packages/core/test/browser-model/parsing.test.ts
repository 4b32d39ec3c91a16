import { describe, expect, it } from 'vitest'
import { isForbiddenRequestHeader } from '../../src/browser-model/forbidden-request-header.js'
import { getDecodeSplit } from '../../src/browser-model/get-decode-split.js'
import { getHeader } from '../../src/browser-model/header-list.js'
import { extractDeltaSeconds, extractTokens, failure } from '../../src/browser-model/header-list-values.js'
import { isForbiddenMethod, isSafelistedMethod, normalizeMethod } from '../../src/browser-model/method.js'
import type { HeaderField } from '../../src/browser-model/wire.js'

const lines = (...values: string[]): readonly HeaderField[] => values.map((value) => ['A', value])

describe('get, decode and split: the examples of the standard', () => {
  it.each<[string, string[]]>([
    ['nosniff,', ['nosniff', '']],
    ['', ['']],
    ['text/html;", x/x', ['text/html;", x/x']],
    ['x/x;test="hi",y/y', ['x/x;test="hi"', 'y/y']],
    ['x / x,,,1', ['x / x', '', '', '1']],
    ['"1,2", 3', ['"1,2"', '3']],
    ['"a\\",b",c', ['"a\\",b"', 'c']],
    ['"a\\', ['"a\\']],
  ])('%s', (value, expected) => {
    expect(getDecodeSplit(value)).toEqual(expected)
  })
})

it('gets repeated field lines as one value', () => {
  expect(getHeader(lines('a', 'b'), 'a')).toBe('a, b')
  expect(getHeader(lines('a'), 'b')).toBe(null)
})

describe('extract header list values: tokens', () => {
  it.each<[string[], readonly string[] | null | typeof failure]>([
    [[], null],
    [[''], []],
    [[' , ,\t'], []],
    [['PUT'], ['PUT']],
    [['PUT ,\tDELETE,,*'], ['PUT', 'DELETE', '*']],
    [
      ['PUT', 'DELETE'],
      ['PUT', 'DELETE'],
    ],
    [['Bad method'], failure],
    [['PUT', 'a b'], failure],
    [['PUT;DELETE'], failure],
    [['"PUT"'], failure],
    [['PÜT'], failure],
  ])('%j', (values, expected) => {
    expect(extractTokens(lines(...values), 'a')).toEqual(expected)
  })
})

describe('extract header list values: delta-seconds', () => {
  it.each<[string[], number | null | typeof failure]>([
    [[], null],
    [['0'], 0],
    [['600'], 600],
    [['007'], 7],
    [[''], failure],
    [['-1'], failure],
    [['1.5'], failure],
    [['600, 600'], failure],
    [['600', '600'], failure],
    [['1e3'], failure],
  ])('%j', (values, expected) => {
    expect(extractDeltaSeconds(lines(...values), 'a')).toBe(expected)
  })
})

it('normalises six methods only', () => {
  const methods = ['get', 'Head', 'pOST', 'put', 'delete', 'options', 'patch', 'Patch', 'query']
  expect(methods.map(normalizeMethod)).toEqual([
    'GET',
    'HEAD',
    'POST',
    'PUT',
    'DELETE',
    'OPTIONS',
    'patch',
    'Patch',
    'query',
  ])
  expect(['GET', 'HEAD', 'POST', 'get', 'PUT', 'OPTIONS'].map(isSafelistedMethod)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['TRACE', 'track', 'Connect', 'TRACER'].map(isForbiddenMethod)).toEqual([true, true, true, false])
})

it.each<[string, string, boolean]>([
  ['Origin', 'https://a.example', true],
  ['Cookie', '', true],
  ['Set-Cookie', '', true],
  ['SEC-x', '', true],
  ['proxy-x', '', true],
  ['X-HTTP-Method-Override', 'PUT', false],
  ['X-HTTP-Method-Override', 'PUT, trace ', true],
  ['X-Method-Override', '"a, TRACE"', false],
  ['User-Agent', '', false],
  ['Authorization', '', false],
])('forbidden request-header %s: %s is %s', (name, value, expected) => {
  expect(isForbiddenRequestHeader([name, value])).toBe(expected)
})
