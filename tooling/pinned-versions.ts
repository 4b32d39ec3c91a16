import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ViteUserConfig } from 'vitest/config'

/**
 * Has an adapter's sources and tests find what a manifest here pins. They would find the newest versions, beside
 * themselves.
 */
export const pinnedVersions = (manifest: URL): ViteUserConfig => {
  const { devDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const alias = Object.entries(devDependencies)
    .filter(([, version]) => version.startsWith('npm:'))
    .map(([name]) => ({
      find: new RegExp(`^${name}$`),
      replacement: fileURLToPath(new URL(`node_modules/${name}`, manifest)),
    }))
  return { resolve: { alias } }
}
