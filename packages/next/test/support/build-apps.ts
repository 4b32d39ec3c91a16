import { spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, directoryOf, example, fingerprint, kit15, kit16, nextDirectory, writeApp } from './apps.js'

/** What `next build` printed, and whether it succeeded. */
export interface BuildResult {
  readonly code: number | null
  readonly output: string
}

/** Write an application and run `next build` on it, offline. */
export const build = (app: App): Promise<BuildResult> => {
  const directory = writeApp(app)
  const command = [join(nextDirectory(app), 'dist/bin/next'), 'build', directory]
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', CI: '1' }
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: directory, env })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

/** Build unless this very application has been built already. */
const ensureBuilt = async (app: App): Promise<void> => {
  const stamp = join(directoryOf(app), '.next/fingerprint')
  const wanted = fingerprint(app)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const { code, output } = await build(app)
  if (code !== 0) throw new Error(`next build of ${app.name} failed:\n${output}`)
  writeFileSync(stamp, wanted)
}

/** Once, before any test. */
export default async (): Promise<void> => {
  for (const app of [kit16, kit15, example]) await ensureBuilt(app)
}
