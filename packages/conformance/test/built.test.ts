import { createRequire } from 'node:module'
import * as model from '@cors/core/browser-model'
import { expect, it } from 'vitest'
import * as source from '../src/index.js'

const require = createRequire(import.meta.url)

/** What was built, as a user's program loads it. */
const entries: readonly (readonly [string, () => Promise<object>, object])[] = [
  ['the main entry', () => import('@cors/conformance'), source],
  ['the main entry, required', async () => require('@cors/conformance'), source],
  ['the browser entry', () => import('@cors/conformance/browser'), model],
  ['the browser entry, required', async () => require('@cors/conformance/browser'), model],
]

it.each(entries)('%s exports what its source does', async (_, load, expected) => {
  const names = (module: object): string[] => Object.keys(module).filter((name) => name !== 'default')
  expect(names(await load()).sort()).toEqual(names(expected).sort())
})
