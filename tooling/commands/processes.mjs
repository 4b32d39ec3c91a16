import { spawn } from 'node:child_process'

/** The person, or a supervisor, ended it. */
export class Stopped extends Error {}

// npm's commands are .cmd files on Windows, which only a shell starts.
const shell = process.platform === 'win32'

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()
let stopped = false

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => stop(signal))
}

// npm starts us through a shell, which does not pass on the signal that ends it: its death is the message.
const parent = process.ppid
if (process.env['npm_lifecycle_event'] !== undefined) {
  setInterval(() => process.ppid === parent || stopped || stop('SIGTERM'), 500).unref()
}

/** @param {NodeJS.Signals} signal */
function stop(signal) {
  stopped = true
  // A terminal's Ctrl-C has reached the children already; a supervisor's kill has reached only us.
  // Wait a moment, so that a child which is closing does not get the signal twice.
  setTimeout(() => {
    for (const child of running) child.kill(signal)
  }, 300).unref()
}

/**
 * Runs a program with our terminal.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export async function run(command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    shell: shell && command !== process.execPath,
    ...options,
  })
  const code = await ended(child)
  if (stopped) throw new Stopped()
  return code
}

/**
 * Runs a program and keeps what it says.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { timeout?: number }} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string }>}
 */
export async function capture(command, args, options = {}) {
  const child = spawn(command, args, { shell, ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => (stdout += chunk))
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  const code = await ended(child)
  if (stopped) throw new Stopped()
  return { code, stdout, stderr }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} 1 where a signal ended it, or it could not be started
 */
function ended(child) {
  running.add(child)
  return new Promise((resolve) => {
    child.once('error', (error) => {
      running.delete(child)
      console.error(error.message)
      resolve(1)
    })
    child.once('close', (code) => {
      running.delete(child)
      resolve(code ?? 1)
    })
  })
}
