import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/**
 * @typedef {{
 *   name: string
 *   private?: boolean
 *   packageManager?: string
 *   scripts?: Record<string, string>
 *   dependencies?: Record<string, string>
 *   devDependencies?: Record<string, string>
 * }} Manifest
 * @typedef {{ folder: string, manifest: Manifest }} Workspace
 */

/**
 * @param {string} folder
 * @returns {Manifest}
 */
export const readManifest = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

/**
 * The folders that pnpm-workspace.yaml names. It is read by hand, because this runs before anything is installed.
 * @param {string} [base]
 * @returns {Workspace[]} in the file's order, the root not among them
 */
export function workspaces(base = root) {
  const text = readFileSync(join(base, 'pnpm-workspace.yaml'), 'utf8')
  const list = /^packages:\n((?: +- .*\n)+)/m.exec(text)?.[1] ?? ''
  const parents = [...list.matchAll(/- ['"]?([^'"\n*]+)\/\*/g)].map((match) => String(match[1]))
  return parents
    .filter((parent) => existsSync(join(base, parent)))
    .flatMap((parent) =>
      readdirSync(join(base, parent))
        .sort()
        .map((name) => join(base, parent, name)),
    )
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => ({ folder, manifest: readManifest(folder) }))
}
