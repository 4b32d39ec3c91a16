import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findChromium } from '../src/check/find-chromium.js'

const folder = mkdtempSync(join(tmpdir(), 'cors-demo-'))
afterAll(() => rmSync(folder, { recursive: true }))

const file = (name: string): string => {
  const path = join(folder, name)
  writeFileSync(path, '')
  return path
}

test('CHROME_PATH comes before PATH', () => {
  const onPath = file('google-chrome')
  const PATH = ['/missing', folder].join(delimiter)
  expect(findChromium({ PATH })).toBe(onPath)
  expect(findChromium({ PATH, CHROME_PATH: file('own') })).toBe(join(folder, 'own'))
})

test('a CHROME_PATH that leads nowhere is passed over', () => {
  const onPath = file('chromium')
  expect(findChromium({ PATH: folder, CHROME_PATH: '/missing' })).toBe(onPath)
})
