import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Failure } from './failure.mjs'
import { capture } from './processes.mjs'
import { demandRegistry } from './registry.mjs'
import { readManifest, root } from './workspaces.mjs'

// npx takes more than a second, and asks the registry even for what it has: remember where it put pnpm.
const memory = join(root, 'node_modules', '.pnpm-folder')

/**
 * The environment in which turbo, and the scripts that it runs, find pnpm and the installed commands.
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
export async function environment() {
  const path = [join(root, 'node_modules', '.bin'), await pnpmFolder(), process.env['PATH']].join(delimiter)
  return { ...quiet, ...forPnpm(process.env), ...process.env, PATH: path }
}

const quiet = { TURBO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' }

/**
 * npm hands its configuration on as npm_config_*, of which pnpm reads nothing.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
export function forPnpm(env) {
  const names = ['registry', 'proxy', 'https_proxy', 'noproxy', 'cafile', 'strict_ssl']
  return Object.fromEntries(
    names
      .map((name) => [`pnpm_config_${name}`, env[`npm_config_${name}`]])
      .filter(([, value]) => value !== undefined && value !== ''),
  )
}

/** @returns {Promise<string>} the folder that holds the pnpm command of package.json's version */
async function pnpmFolder() {
  const version = String(readManifest(root).packageManager?.replace('pnpm@', ''))
  const known = remembered(version)
  if (known !== undefined) return known
  const found = (await onPath(version)) ?? (await throughNpx(version))
  if (existsSync(join(root, 'node_modules'))) writeFileSync(memory, `${version}\n${found}\n`)
  return found
}

/** @param {string} version */
function remembered(version) {
  if (!existsSync(memory)) return undefined
  const [knownVersion, folder = ''] = readFileSync(memory, 'utf8').split('\n')
  return knownVersion === version && holdsPnpm(folder) ? folder : undefined
}

/** @param {string} version */
async function onPath(version) {
  const folder = (process.env['PATH'] ?? '').split(delimiter).find(holdsPnpm)
  if (folder === undefined) return undefined
  const { stdout } = await capture(join(folder, 'pnpm'), ['--version'])
  return stdout.trim() === version ? folder : undefined
}

/** @param {string} version */
async function throughNpx(version) {
  await demandRegistry()
  const printPath = ['node', '-p', 'process.env.PATH']
  const { stdout, stderr } = await capture('npx', ['-y', '-p', `pnpm@${version}`, '--', ...printPath])
  const folder = stdout.trim().split(delimiter).find(holdsPnpm)
  if (folder === undefined) throw new Failure(`pnpm ${version} could not be fetched: ${stderr.trim()}`)
  return folder
}

/** @param {string} folder */
const holdsPnpm = (folder) => existsSync(join(folder, process.platform === 'win32' ? 'pnpm.cmd' : 'pnpm'))
