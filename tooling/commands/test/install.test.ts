import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { reasonToInstall } from '../install.mjs'

let base: string
const write = (path: string, text: string): void => {
  mkdirSync(join(base, path, '..'), { recursive: true })
  writeFileSync(join(base, path), text)
}

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'install-'))
  write('pnpm-workspace.yaml', 'packages:\n  - packages/*\n  - apps/*\n\ncatalog:\n  one: 1.0.0\n')
  write('package.json', '{ "name": "root", "devDependencies": { "one": "catalog:" } }')
  write('packages/a/package.json', '{ "name": "a", "dependencies": { "@scope/two": "2.0.0" } }')
  write('pnpm-lock.yaml', 'the lockfile')
  write('node_modules/.modules.yaml', '')
  write('node_modules/.pnpm/lock.yaml', 'the lockfile')
  write('node_modules/one/package.json', '{}')
  write('packages/a/node_modules/@scope/two/package.json', '{}')
})
afterEach(() => rmSync(base, { recursive: true }))

test('everything is there', () => {
  expect(reasonToInstall(base)).toBeUndefined()
})

test('a fresh clone', () => {
  rmSync(join(base, 'node_modules'), { recursive: true })
  expect(reasonToInstall(base)).toBe('nothing is installed yet')
})

test('an installation by npm', () => {
  rmSync(join(base, 'node_modules/.modules.yaml'))
  expect(reasonToInstall(base)).toBe('nothing is installed yet')
})

test('an installation that was interrupted', () => {
  rmSync(join(base, 'node_modules/.pnpm/lock.yaml'))
  expect(reasonToInstall(base)).toBe('the last installation did not finish')
})

test('another lockfile, as after a pull', () => {
  write('pnpm-lock.yaml', 'the lockfile, newer')
  expect(reasonToInstall(base)).toBe('pnpm-lock.yaml has changed')
})

test('a dependency of the root is missing', () => {
  rmSync(join(base, 'node_modules/one'), { recursive: true })
  expect(reasonToInstall(base)).toBe(`${join('node_modules', 'one')} is missing`)
})

test('a dependency of one package is missing', () => {
  rmSync(join(base, 'packages/a/node_modules'), { recursive: true })
  expect(reasonToInstall(base)).toBe(`${join('packages', 'a', 'node_modules', '@scope', 'two')} is missing`)
})
