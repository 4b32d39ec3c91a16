import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunningCache } from './shared-cache.js'

/** How a cache is started. */
export interface ServerCommand {
  readonly program: string
  /** A name, and the content made for the folder and the port. */
  readonly configuration: (folder: string, port: number) => string
  readonly arguments: (file: string, folder: string, port: number) => readonly string[]
}

/** One that nobody listens on. These programs take a number, and do not say which one the system would choose. */
const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new Error('The system chose no port.')
  return address.port
}

const isListening = async (port: number): Promise<boolean> => {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Start a server in the foreground, in a folder of its own, and wait until it listens. */
export const runServer = async ({
  program,
  configuration,
  arguments: argumentsOf,
}: ServerCommand): Promise<RunningCache> => {
  const folder = await mkdtemp(join(tmpdir(), 'cors-cache-'))
  const port = await freePort()
  const file = join(folder, 'configuration')
  await writeFile(file, configuration(folder, port))
  const child = spawn(program, argumentsOf(file, folder, port), { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const exited = once(child, 'exit')

  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await exited
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  while (!(await isListening(port))) {
    if (child.exitCode !== null) {
      await close()
      throw new Error(`${program} did not start: ${output}`)
    }
    await pause(20)
  }
  return { url: `http://127.0.0.1:${port}`, close }
}
