import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { environment } from '../commands/pnpm.mjs'
import { publicPackages } from './public-packages.js'

export interface Archive {
  /** Where the packed .tgz is. */
  readonly filename: string
  readonly files: readonly { readonly path: string }[]
}

declare module 'vitest' {
  interface ProvidedContext {
    /** By package name. */
    archives: Readonly<Record<string, Archive>>
  }
}

/** Packs each public package once for all checks, as `pnpm publish` would. */
export default async function setup(project: TestProject): Promise<() => void> {
  const env = await environment()
  const destination = mkdtempSync(join(tmpdir(), 'tarballs-'))
  const archives: Record<string, Archive> = {}
  for (const { folder, name } of publicPackages) {
    // Its own checks say so; the others go on.
    if (!existsSync(join(folder, 'dist'))) continue
    const args = ['pack', '--json', '--pack-destination', destination]
    archives[name] = JSON.parse(execFileSync('pnpm', args, { cwd: folder, env, encoding: 'utf8' }))
  }
  project.provide('archives', archives)
  return () => rmSync(destination, { recursive: true })
}
