import { describe, expect, test } from 'vitest'
import { bundle, compressed } from './support/bundle.js'

const INDEX = "export * from './index.js'"

/** The list, and what reads it. */
const WITHOUT_SUFFIXES = {
  'origin/public-suffix/public-suffix.ts': 'export const coveredPublicSuffix = () => undefined',
}

const hasSuffixes = async (contents: string): Promise<boolean> =>
  Buffer.from(await bundle(contents)).includes('kawasaki')

/** In bytes, minified, as brotli sends them. See docs/decisions/0013-size-of-the-core.md. */
describe('The core is small', () => {
  test('without the public suffixes', async () => {
    const size = compressed(await bundle(INDEX, WITHOUT_SUFFIXES))
    expect(size).toBeLessThanOrEqual(9_216)
    // What is replaced is there.
    expect(size).toBeGreaterThan(5_000)
  })

  test('with them', async () => {
    expect(compressed(await bundle(INDEX))).toBeLessThanOrEqual(38_000)
  })
})

describe('Who makes no policy has no list of public suffixes', () => {
  test.each([
    "export { originsFromEnv, CorsConfigError } from './index.js'",
    "export { mergeVary, readFetchRequest } from './adapter/index.js'",
  ])('%s', async (contents) => {
    expect(await hasSuffixes(contents)).toBe(false)
    expect(compressed(await bundle(contents))).toBeLessThan(2_000)
  })

  test('who makes one, has it', async () => {
    expect(await hasSuffixes("export { createCorsPolicy } from './index.js'")).toBe(true)
  })
})
