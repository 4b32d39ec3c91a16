import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import * as binaries from './binaries.js'
import { type Runtime, startRuntime } from './runtime.js'

const cwd = fileURLToPath(new URL('../../app/', import.meta.url))

export const startBun = (): Promise<Runtime> => startRuntime(binaries.bun(), ['bun.ts'], { cwd })

export const startDeno = (): Promise<Runtime> =>
  startRuntime(binaries.deno(), ['run', '--allow-net', '--allow-read', '--allow-env', 'deno.ts'], { cwd })

const workerdConfig = `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = (
    modules = [(name = "worker", esModule = embed "worker.js")],
    compatibilityDate = "2026-01-01",
  ))],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "main")],
);
`

/** The kit also holds what sends requests. None of that is used here; what were used workerd would not find. */
const leaveOutNode: Plugin = {
  name: 'leave-out-node',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^(?:node:)?(?:events|http2|net)$/ }, ({ path }) => ({
      path,
      external: true,
      sideEffects: false,
    })),
}

/** As Workers are deployed: one file, bundled from the built packages. */
export const startWorkerd = async (): Promise<Runtime> => {
  const folder = mkdtempSync(join(tmpdir(), 'cors-workerd-'))
  await build({
    entryPoints: [join(cwd, 'workerd.ts')],
    outfile: join(folder, 'worker.js'),
    bundle: true,
    format: 'esm',
    conditions: ['workerd'],
    plugins: [leaveOutNode],
    logLevel: 'error',
  })
  writeFileSync(join(folder, 'config.capnp'), workerdConfig)
  const runtime = await startRuntime(binaries.workerd(), ['serve', 'config.capnp', '--control-fd=3'], {
    cwd: folder,
    descriptor: 3,
  })
  const close = async (): Promise<void> => {
    await runtime.close()
    rmSync(folder, { recursive: true })
  }
  return { url: runtime.url, close }
}
