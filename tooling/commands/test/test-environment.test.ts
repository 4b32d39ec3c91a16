import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testEnvironment } from '../test-environment.mjs'

test('changes with the version of Node and with the browsers that are installed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'browsers-'))
  const before = testEnvironment({ PATH: folder }).TEST_ENVIRONMENT.split(' ')
  expect(before).toContain(process.version)
  writeFileSync(join(folder, 'chromium'), '')
  const after = testEnvironment({ PATH: folder }).TEST_ENVIRONMENT.split(' ')
  expect(after.filter((part) => !before.includes(part))).toEqual(['chromium'])
  rmSync(folder, { recursive: true })
})
