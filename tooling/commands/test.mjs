import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { install } from './install.mjs'
import { readResults, resultsFile } from './results.mjs'
import { failedSuites, forgetRuns } from './run-summary.mjs'
import { steps } from './steps.mjs'
import { testEnvironment } from './test-environment.mjs'
import { summary, table } from './totals.mjs'
import { installed, turbo } from './turbo.mjs'
import { root, workspaces } from './workspaces.mjs'

// Every suite runs, also when another fails, so that the totals are complete. Only a suite whose own
// build failed does not: it would test yesterday's code.
const everything = ['--continue=dependencies-successful', '--output-logs=new-only', '--log-order=stream']

/**
 * Installs, builds, lints, type-checks, runs every suite and adds up.
 * @param {string[]} args none
 * @returns {Promise<number>} the exit code
 */
export async function test(args) {
  if (args.length > 0) throw new Failure(`npm test takes no arguments, and got: ${args.join(' ')}`)
  const step = steps(5)
  await step('Dependencies', install)

  const suites = workspaces().filter(({ manifest }) => manifest.scripts?.['test'] !== undefined)
  // What an earlier run left behind must not be counted. Turbo puts back those of cached suites.
  for (const { folder } of suites) rmSync(join(folder, resultsFile), { force: true })

  const checks = [
    { name: 'build', ok: await step('Build', () => turbo(['build', ...everything])) },
    { name: 'lint', ok: await step('Lint', () => installed('biome', ['check', '--error-on-warnings', '.'])) },
    { name: 'typecheck', ok: await step('Types', () => turbo(['typecheck', ...everything])) },
  ]
  forgetRuns(root)
  const passed = await step('Tests', () => turbo(['test', '--summarize', ...everything], testEnvironment()))

  const bad = failedSuites(root)
  const counts = suites.map(({ folder, manifest: { name } }) =>
    readResults(name, join(folder, resultsFile), !bad.has(name)),
  )
  const rows = [...checks.map(asRow), ...counts]
  // For what nobody has thought of: turbo is the judge of whether all is well.
  if (!passed && counts.every(({ failed }) => failed === 0)) rows.push(asRow({ name: 'test run', ok: false }))

  console.log(table(rows))
  console.log(summary(rows))
  return rows.some(({ failed }) => failed > 0) ? 1 : 0
}

/** @param {{ name: string, ok: boolean }} check */
const asRow = ({ name, ok }) => ({ name, passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, note: '' })
