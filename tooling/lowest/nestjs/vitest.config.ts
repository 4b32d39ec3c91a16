import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import { suite } from '../../vitest.js'

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

// What this manifest pins. The adapter's sources and tests would find the newest versions, beside themselves.
const { devDependencies } = JSON.parse(readFileSync(pathOf('package.json'), 'utf8')) as {
  devDependencies: Record<string, string>
}
const alias = Object.entries(devDependencies)
  .filter(([, version]) => version.startsWith('npm:'))
  .map(([name]) => ({ find: new RegExp(`^${name}$`), replacement: pathOf(`node_modules/${name}`) }))

const config: ViteUserConfig = mergeConfig(
  suite({
    dir: pathOf('../..'),
    include: ['lowest/nestjs/test/*.test.ts', '../packages/nestjs/test/*.test.ts'],
  }),
  { resolve: { alias } },
)

export default config
