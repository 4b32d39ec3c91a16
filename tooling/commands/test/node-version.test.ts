import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

const { complaint } = createRequire(import.meta.url)('../node-version.cjs')

test.each(['v20.19.0', 'v20.20.2', 'v22.0.0', 'v24.1.0', 'v100.0.0', 'v21.0.0-nightly'])(
  '%s will do',
  (version) => {
    expect(complaint(version, '>=20.19')).toBeUndefined()
  },
)

test.each(['v0.10.48', 'v8.17.0', 'v18.20.8', 'v20.0.0', 'v20.9.0', 'v20.18.3'])(
  '%s is too old',
  (version) => {
    expect(complaint(version, '>=20.19')).toBe(
      `Node 20.19 or newer is needed, and this is ${version}: see https://nodejs.org`,
    )
  },
)

test('a required patch version counts', () => {
  expect(complaint('v20.19.4', '>=20.19.5')).toContain('Node 20.19.5 or newer')
  expect(complaint('v20.19.5', '>=20.19.5')).toBeUndefined()
})

test.each(['run.cjs', 'node-version.cjs'])('%s is written so that an old Node parses it', (file) => {
  const text = readFileSync(new URL(`../${file}`, import.meta.url), 'utf8')
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|\.\.\.|\b(?:let|const|class|async|await|import)\b/)
})
