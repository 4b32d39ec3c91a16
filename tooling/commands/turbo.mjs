import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { environment } from './pnpm.mjs'
import { run } from './processes.mjs'
import { root } from './workspaces.mjs'

/**
 * Runs a command that the root package installs, with pnpm on its PATH.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {Promise<number>} its exit code
 */
export async function installed(name, args, extra = {}) {
  const env = { ...(await environment()), ...extra }
  return run(join(root, 'node_modules', '.bin', name), args, { cwd: root, env })
}

// Suites that start servers, browsers and compilers side by side starve each other on few cores.
const concurrency = `--concurrency=${Math.max(2, availableParallelism())}`

/**
 * @param {readonly string[]} args task and options
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {Promise<number>} its exit code
 */
export const turbo = (args, extra = {}) =>
  installed('turbo', ['run', ...args, concurrency, '--ui=stream', '--no-update-notifier'], extra)
