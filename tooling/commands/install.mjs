import { existsSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { Failure } from './failure.mjs'
import { environment } from './pnpm.mjs'
import { run } from './processes.mjs'
import { demandRegistry } from './registry.mjs'
import { readManifest, root, workspaces } from './workspaces.mjs'

/** @returns {Promise<string>} what was done, in a few words */
export async function install() {
  const reason = reasonToInstall(root)
  if (reason === undefined) return 'up to date'
  console.log(`Installing, because ${reason}.`)
  await demandRegistry()
  const env = await environment()
  const code = await run('pnpm', ['install', '--frozen-lockfile'], { cwd: root, env })
  if (code !== 0) throw new Failure('The dependencies could not be installed: pnpm says why above.')
  return 'installed'
}

/**
 * @param {string} base the root of the repository
 * @returns {string | undefined} nothing if what the lockfile names is there
 */
export function reasonToInstall(base) {
  const installed = join(base, 'node_modules')
  if (!existsSync(join(installed, '.modules.yaml'))) return 'nothing is installed yet'
  // pnpm keeps a copy of the lockfile that it last carried out.
  const carriedOut = join(installed, '.pnpm', 'lock.yaml')
  if (!existsSync(carriedOut)) return 'the last installation did not finish'
  const lockfile = readFileSync(join(base, 'pnpm-lock.yaml'))
  if (!lockfile.equals(readFileSync(carriedOut))) return 'pnpm-lock.yaml has changed'
  const missing = [{ folder: base, manifest: readManifest(base) }, ...workspaces(base)].flatMap(missingOf)[0]
  return missing === undefined ? undefined : `${relative(base, missing)} is missing`
}

/** @param {import('./workspaces.mjs').Workspace} workspace */
const missingOf = ({ folder, manifest }) =>
  Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
    .map((name) => join(folder, 'node_modules', name))
    .filter((path) => !existsSync(path))
