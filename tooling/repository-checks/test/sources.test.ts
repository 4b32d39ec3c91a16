import { describe, expect, test } from 'vitest'
import { code, sources } from '../files.js'
import { tokens } from '../tokens.js'

// Files that are data, not code: nobody reads them from top to bottom.
const data: readonly RegExp[] = [/\/public-suffix\/.*-data\.ts$/]

test('there are sources to check', () => {
  expect(sources.length).toBeGreaterThan(20)
})

test('no file of code is longer than 250 lines', () => {
  const long = code
    .filter(({ path }) => !data.some((pattern) => pattern.test(path)))
    .filter(({ text }) => text.trimEnd().split('\n').length > 250)
  expect(long.map(({ path }) => path)).toEqual([])
})

describe('an adapter reads, asks and applies', () => {
  const adapters = sources.filter(({ path }) => /^packages\/(?!core\/|conformance\/)/.test(path))

  test('it names no CORS header itself', () => {
    const named = adapters.filter(({ path, text }) =>
      tokens(path, text).some((token) => /access-control-/i.test(token)),
    )
    expect(named.map(({ path }) => path)).toEqual([])
  })

  test('the search sees strings and templates, and no comments', () => {
    const text = [
      '// access-control-allow-origin',
      '/** access-control-allow-origin */',
      "const a = 'https://x' + 'Access-Control-Max-Age' // access-control-allow-origin",
      'const b = `access-control-\u0024{a}-x`',
    ].join('\n')
    expect(tokens('x.ts', text).filter((token) => /access-control-/i.test(token))).toEqual([
      "'Access-Control-Max-Age'",
      '`access-control-${',
    ])
  })
})

// In brackets, so that this file does not find itself.
const leftovers: readonly RegExp[] = [
  /\bTO[D]O\b/,
  /\bFIX[M]E\b/,
  /@ts-ig[n]ore/,
  /@ts-noch[e]ck/,
  /\.onl[y]\(/,
  /\b(?:it|test|describe)\.ski[p]\(/,
  // Not in a sentence such as "as any other".
  /\bas an[y]\b(?! \w)/,
]

test('nothing is left for later, silenced or run alone', () => {
  const found = code.flatMap(({ path, text }) =>
    leftovers.filter((pattern) => pattern.test(text)).map((pattern) => `${path}: ${pattern.source}`),
  )
  expect(found).toEqual([])
})
