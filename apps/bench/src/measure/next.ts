import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/** Applications that differ in `proxy.js` only: an empty one, one with the headers written by hand, and ours. */
export type NextApplication = 'empty' | 'limit' | 'cors'

const folderOf = (application: NextApplication): string =>
  fileURLToPath(new URL(`../next/${application}`, import.meta.url))

const NEXT = createRequire(import.meta.url).resolve('next/dist/bin/next')
const ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' as const }

const build = async (application: NextApplication): Promise<void> => {
  if (existsSync(`${folderOf(application)}/.next/BUILD_ID`)) return
  await promisify(execFile)(process.execPath, [NEXT, 'build'], {
    cwd: folderOf(application),
    env: ENVIRONMENT,
  })
}

/** Next.js in production on a free port of loopback. It is built when there is no build. */
export const startNext = async (
  application: NextApplication,
): Promise<{ readonly port: number; readonly stop: () => void }> => {
  await build(application)
  const server = fork(fileURLToPath(new URL('next-server.js', import.meta.url)), [folderOf(application)], {
    env: ENVIRONMENT,
  })
  const [port] = (await once(server, 'message')) as [number]
  return { port, stop: () => void server.kill() }
}
