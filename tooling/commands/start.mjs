import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { install } from './install.mjs'
import { run, Stopped } from './processes.mjs'
import { steps } from './steps.mjs'
import { turbo } from './turbo.mjs'
import { root } from './workspaces.mjs'

const main = join(root, 'apps', 'demo', 'dist', 'main.js')

/**
 * Installs, builds what the demo needs, and starts it.
 * @param {string[]} args for the demo
 * @returns {Promise<number>} the exit code
 */
export async function start(args) {
  const step = steps(3)
  await step('Dependencies', install)
  const built = await step('Build', () =>
    turbo(['build', '--filter=@cors/demo', '--output-logs=errors-only']),
  )
  if (!built || !existsSync(main)) throw new Failure('The demo could not be built: the reason is above.')
  console.log('[3/3] Demo')
  try {
    return await run(process.execPath, [main, ...args], { cwd: root })
  } catch (error) {
    // Ctrl-C is how the demo is meant to end.
    if (error instanceof Stopped) return 0
    throw error
  }
}
