import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { type App, directoryOf, nextDirectory, packageDirectory } from './apps.js'

/** A running `next start`. */
export interface NextServer {
  readonly url: string
  readonly process: ChildProcess
  /** What it has printed so far. */
  readonly output: () => string
  readonly close: () => Promise<void>
}

/**
 * `next start` on a port that the system chooses. Under the name `localhost`, because Next gives 127.0.0.1 that name
 * in `request.url`, and takes a rewrite to another name for one to another server.
 */
export const startNext = async (app: App): Promise<NextServer> => {
  const directory = directoryOf(app)
  const harness = join(packageDirectory, 'test/support/harness.mjs')
  const { VITEST: _, ...environment } = process.env
  const child = spawn(
    process.execPath,
    [join(nextDirectory(app), 'dist/bin/next'), 'start', directory, '--hostname', 'localhost', '--port', '0'],
    {
      cwd: directory,
      env: {
        ...environment,
        NODE_ENV: 'production' as const,
        NODE_OPTIONS: `--import ${harness}`,
        NEXT_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  let output = ''
  const url = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk
      const local = /Local: +(http:\/\/\S+)/.exec(output)?.[1]
      if (local !== undefined && output.includes('Ready')) resolve(local)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`next start ended with ${code}:\n${output}`)))
  })
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      child.once('exit', () => resolve())
      child.kill('SIGKILL')
    })
  return { url, process: child, output: () => output, close }
}
