import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} base the root of the repository */
const folderOf = (base) => join(base, '.turbo', 'runs')

/** @param {string} base */
export const forgetRuns = (base) => rmSync(folderOf(base), { recursive: true, force: true })

/**
 * Turbo's own account of a run with `--summarize`: a suite can fail although each of its tests passed, by an
 * error outside of them, which vitest's report does not show.
 * @param {string} base
 * @returns {Set<string>} the packages whose tests ended with an error
 */
export function failedSuites(base) {
  const folder = folderOf(base)
  const files = existsSync(folder) ? readdirSync(folder) : []
  /** @type {{ tasks: { task: string, package: string, execution?: { exitCode?: number } }[] }[]} */
  const runs = files.map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  const failed = runs
    .flatMap(({ tasks }) => tasks)
    .filter(({ task, execution }) => task === 'test' && (execution?.exitCode ?? 0) !== 0)
  return new Set(failed.map((task) => task.package))
}
