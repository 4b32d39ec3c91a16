import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const { resolve } = createRequire(import.meta.url)

/**
 * The packages of the runtimes hold a script that finds, or fetches, the binary. The binary itself is in an optional
 * dependency for each platform, so that no install script needs to run.
 *
 * @throws where the registry had none for this platform
 */
const binary = (owner: string, platformPackage: string, path: string): string =>
  join(
    dirname(createRequire(resolve(`${owner}/package.json`)).resolve(`${platformPackage}/package.json`)),
    path,
  )

const { arch, platform } = process
const isLinux = platform === 'linux'

export const bun = (): string =>
  binary('bun', `@oven/bun-${platform}-${arch === 'arm64' ? 'aarch64' : arch}`, 'bin/bun')

export const deno = (): string =>
  binary('deno', `@deno/${platform}-${arch}${isLinux ? '-glibc' : ''}`, 'deno')

export const workerd = (): string =>
  binary('workerd', `@cloudflare/workerd-${platform}-${arch === 'arm64' ? 'arm64' : '64'}`, 'bin/workerd')
