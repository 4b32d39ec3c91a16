import { fileURLToPath } from 'node:url'
import { mergeConfig, type ViteUserConfig } from 'vitest/config'
import { pinnedVersions } from '../../pinned-versions.js'
import { suite } from '../../vitest.js'

const config: ViteUserConfig = mergeConfig(
  suite({
    dir: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['lowest/nestjs-12/test/*.test.ts', '../packages/nestjs/test/*.test.ts'],
  }),
  pinnedVersions(new URL('package.json', import.meta.url)),
)

export default config
