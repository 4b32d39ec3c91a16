import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findBrowser, installedBrowser } from '../src/index.js'

const folder = mkdtempSync(join(tmpdir(), 'cors-browsers-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string): string => {
  const path = join(folder, name)
  writeFileSync(path, '')
  return path
}

test('a path in the environment comes before PATH', () => {
  const chrome = file('google-chrome')
  const firefox = file('firefox')
  const PATH = ['/missing', folder].join(delimiter)
  expect(findBrowser('chromium', { PATH })).toBe(chrome)
  expect(findBrowser('firefox', { PATH })).toBe(firefox)
  expect(findBrowser('chromium', { PATH, CHROME_PATH: file('own') })).toBe(join(folder, 'own'))
  expect(findBrowser('firefox', { PATH, FIREFOX_PATH: file('fox') })).toBe(join(folder, 'fox'))
})

test('one that leads nowhere is passed over', () => {
  const onPath = file('chromium')
  expect(findBrowser('chromium', { PATH: folder, CHROME_PATH: '/missing' })).toBe(onPath)
})

test('a missing one skips a suite, and fails it in continuous integration', () => {
  const none = (): undefined => undefined
  expect(installedBrowser('firefox', {}, none)).toBeUndefined()
  expect(installedBrowser('firefox', { CI: 'false' }, none)).toBeUndefined()
  expect(() => installedBrowser('firefox', { CI: 'true' }, none)).toThrow(
    'No firefox was found, and CI needs it.',
  )
  expect(installedBrowser('firefox', { CI: 'true' }, () => '/opt/firefox')).toBe('/opt/firefox')
})
