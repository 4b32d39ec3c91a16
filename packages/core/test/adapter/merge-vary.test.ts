import { expect, test } from 'vitest'
import { mergeVary } from '../../src/adapter/index.js'

test.each([
  ['nothing there', undefined, ['Origin'], 'Origin'],
  ['null, as Headers gives it', null, ['Origin'], 'Origin'],
  ['an empty value', '', ['Origin', 'X-Tenant'], 'Origin, X-Tenant'],
  ['a value of separators', ' , ,', ['Origin'], 'Origin'],
  ['existing members first', 'Accept', ['Origin'], 'Accept, Origin'],
  ['no duplicate, whatever the case', 'ACCEPT, origin', ['Origin', 'Accept'], 'ACCEPT, origin'],
  ['several lines', ['Accept', 'Cookie, Origin'], ['Origin'], 'Accept, Cookie, Origin'],
  ['whitespace', ' Accept ,\tCookie', ['Origin'], 'Accept, Cookie, Origin'],
  ['a name within another is not the same', 'X-Origin', ['Origin'], 'X-Origin, Origin'],
  ['* is there', 'Accept, *', ['Origin'], '*'],
  ['* is added', 'Accept', ['*'], '*'],
  ['* among the members', undefined, ['Origin', '*', 'X-Tenant'], '*'],
  ['a member twice', undefined, ['Origin', 'origin', 'X-Tenant'], 'Origin, X-Tenant'],
])('%s', (_, existing, members, expected) => {
  expect(mergeVary(existing, members)).toBe(expected)
  expect(mergeVary(existing, members)).toBe(expected)
})
