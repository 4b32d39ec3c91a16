import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { environment } from '../commands/pnpm.mjs'
import type { Archive } from './pack.js'
import { publicPackages } from './public-packages.js'

/** A project outside of this repository that has installed the packed archives. */
export interface Consumer {
  readonly write: (path: string, text: string) => void
  /** Runs Node in the project and gives what it printed. Throws, with what it printed, where it fails. */
  readonly node: (...args: string[]) => string
  readonly remove: () => void
}

/**
 * Installs the archives as pnpm does for a user. What they depend on is linked from this repository, so that
 * no registry is asked, and only what they declare is there: an import that no manifest names fails.
 */
export async function createConsumer(archives: Readonly<Record<string, Archive>>): Promise<Consumer> {
  const folder = mkdtempSync(join(tmpdir(), 'consumer-'))
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const ours = Object.fromEntries(
    Object.entries(archives).map(([name, { filename }]) => [name, `file:${filename}`]),
  )
  const foreign = foreignDependencies()
  write(
    'package.json',
    JSON.stringify({ name: 'consumer', private: true, dependencies: { ...ours, ...foreign } }),
  )
  write('pnpm-workspace.yaml', JSON.stringify({ pmOnFail: 'ignore', overrides: { ...ours, ...foreign } }))
  const options = { cwd: folder, env: await environment(), encoding: 'utf8' } as const
  run('pnpm', ['install', '--offline'], options)
  return {
    write,
    node: (...args) => run(process.execPath, args, options),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** What the packages need besides each other, each from the folder of the package that names it. */
function foreignDependencies(): Record<string, string> {
  const { resolve } = createRequire(import.meta.url)
  const found: Record<string, string> = {
    '@types/node': `link:${dirname(resolve('@types/node/package.json'))}`,
  }
  for (const { folder } of publicPackages) {
    const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    for (const name of Object.keys({ ...dependencies, ...peerDependencies })) {
      const path = join(folder, 'node_modules', name)
      const isOurs = publicPackages.some((other) => other.name === name)
      if (!isOurs && existsSync(path)) found[name] = `link:${path}`
    }
  }
  return found
}

function run(
  command: string,
  args: readonly string[],
  options: { cwd: string; env: NodeJS.ProcessEnv; encoding: 'utf8' },
): string {
  try {
    return execFileSync(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string }
    throw new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`)
  }
}
