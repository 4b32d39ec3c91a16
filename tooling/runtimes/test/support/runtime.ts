import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'

/** A runtime that serves the application. */
export interface Runtime {
  readonly url: string
  readonly close: () => Promise<void>
}

/** What a runtime says on its standard output, or on the given descriptor, once it listens. */
const portIn = /listening on (\d+)|"port":\s*(\d+)/

/** Nobody asks for news or counts users, and what is cached stays in the folder of this package. */
const environment = {
  BUN_RUNTIME_TRANSPILER_CACHE_PATH: '0',
  DENO_DIR: fileURLToPath(new URL('../../node_modules/.deno', import.meta.url)),
  DENO_NO_UPDATE_CHECK: '1',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
}

/**
 * Start a runtime and wait until it listens.
 *
 * @throws with what it said, where it ends instead
 */
export const startRuntime = async (
  command: string,
  args: readonly string[],
  { cwd, descriptor = 1 }: { readonly cwd: string; readonly descriptor?: 1 | 3 },
): Promise<Runtime> => {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  return { url: `http://127.0.0.1:${await portOf(child, descriptor)}`, close: () => end(child) }
}

const portOf = (child: ChildProcess, descriptor: 1 | 3): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    for (const stream of [child.stdout, child.stderr, child.stdio[3]] as Readable[]) {
      stream.on('data', (piece: Buffer) => {
        said += piece
        const found = portIn.exec(said)
        if (found !== null && stream === child.stdio[descriptor]) resolve(found[1] ?? found[2] ?? '')
      })
    }
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`${child.spawnfile} ended with ${code}: ${said}`)))
  })

const end = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}
