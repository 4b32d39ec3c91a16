import { expect, test } from 'vitest'
import { calls } from '../src/index.js'

test('each call has an id of its own', () => {
  expect(new Set(calls.map(({ id }) => id)).size).toBe(calls.length)
})

test('a call that shares a URL comes after the other, with the same path', () => {
  const sharing = calls.filter(({ sameUrlAs }) => sameUrlAs !== undefined)
  expect(sharing.length).toBeGreaterThan(0)
  for (const call of sharing) {
    const other = calls.slice(0, calls.indexOf(call)).find(({ id }) => id === call.sameUrlAs)
    expect(other?.path).toBe(call.path)
  }
})

test('paths have no query: the demo adds one', () => {
  expect(calls.map(({ path }) => path).filter((path) => !/^\/[\w/]+$/.test(path))).toEqual([])
})
