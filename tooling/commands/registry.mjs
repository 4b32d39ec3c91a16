import { Failure } from './failure.mjs'
import { capture } from './processes.mjs'

/** @type {Promise<void> | undefined} */
let asked

/**
 * Fails within seconds where the npm registry does not answer: npm and pnpm retry for more than a minute.
 * npm itself asks, so that its configuration (registry, proxy, certificates) counts.
 */
export function demandRegistry() {
  asked ??= ask()
  return asked
}

async function ask() {
  const limit = ['--fetch-retries=0', '--fetch-timeout=5000', '--loglevel=error']
  // The outer limit is for what npm's own does not cover, such as a name server that is silent.
  const { code, stderr } = await capture('npm', ['ping', ...limit], { timeout: 8000 })
  const reason = unreachable(code, stderr)
  if (reason === undefined) return
  const { stdout } = await capture('npm', ['config', 'get', 'registry', '--loglevel=error'])
  const registry = stdout.trim().replace(/\/\/[^/@]*@/, '//') // without a password
  throw new Failure(
    `The npm registry ${registry} cannot be reached (${reason}), and dependencies have to be installed: ` +
      'check the network, or "npm config get registry" and the proxy settings.',
  )
}

/**
 * @param {number} code npm's exit code
 * @param {string} stderr what npm said
 * @returns {string | undefined} why the registry cannot be used
 */
export function unreachable(code, stderr) {
  if (code === 0) return undefined
  if (/network timeout/.test(stderr)) return 'no answer within 5 s'
  const error = /^npm (?:error|ERR!) code (\S+)$/m.exec(stderr)?.[1]
  if (error === undefined) return 'no answer'
  // Any answer of the registry itself will do: not each one knows ping, and an install needs no login.
  const status = Number(/^E(\d{3})$/.exec(error)?.[1])
  return status < 500 && status !== 407 ? undefined : error
}
