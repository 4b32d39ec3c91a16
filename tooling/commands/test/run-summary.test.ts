import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { failedSuites, forgetRuns } from '../run-summary.mjs'

test('names the packages whose tests ended with an error', () => {
  const base = mkdtempSync(join(tmpdir(), 'summary-'))
  expect(failedSuites(base)).toEqual(new Set())
  mkdirSync(join(base, '.turbo/runs'), { recursive: true })
  const tasks = [
    { task: 'test', package: 'good', execution: { exitCode: 0 } },
    { task: 'test', package: 'bad', execution: { exitCode: 1 } },
    { task: 'build', package: 'unbuilt', execution: { exitCode: 1 } },
  ]
  writeFileSync(join(base, '.turbo/runs/1.json'), JSON.stringify({ tasks }))
  expect(failedSuites(base)).toEqual(new Set(['bad']))
  forgetRuns(base)
  expect(failedSuites(base)).toEqual(new Set())
  rmSync(base, { recursive: true })
})
