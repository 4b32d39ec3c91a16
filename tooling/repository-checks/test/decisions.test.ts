import { describe, expect, test } from 'vitest'
import { code, files } from '../files.js'

const decisions = files.filter(({ path }) => path.startsWith('docs/decisions/'))
const numberOf = (path: string): string | undefined =>
  /^docs\/decisions\/(\d{4})-[a-z0-9-]+\.md$/.exec(path)?.[1]

/** In brackets, so that this file does not find itself. */
const link = /docs\/decisions\/\d{4}[-\w]*\.m[d]/g
const linked = new Set(code.flatMap(({ text }) => text.match(link) ?? []))

test('no two decisions have one number', () => {
  expect(decisions.length).toBeGreaterThan(10)
  const numbers = decisions.map(({ path }) => numberOf(path))
  expect([...new Set(numbers)]).toEqual(numbers)
})

describe.each(decisions)('$path', ({ path, text }) => {
  test('has its number in its name and before its title', () => {
    expect(text.split(/(?<=^# \d{4}): /)[0]).toBe(`# ${numberOf(path)}`)
  })

  test('is a page', () => expect(text.split(/\s+/).length).toBeLessThan(600))

  test('is named where the code does what it explains', () => expect(linked).toContain(path))
})

test('no line of code names a decision that does not exist', () => {
  const paths = decisions.map(({ path }) => path)
  expect([...linked].filter((path) => !paths.includes(path))).toEqual([])
})
