import { packageBuild } from '../../tooling/tsup.js'

export default packageBuild(
  { index: 'src/index.ts', main: 'src/main.ts' },
  { format: ['esm'], platform: 'node', tsconfig: 'src/tsconfig.json' },
)
