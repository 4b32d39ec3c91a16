import { packageBuild } from '../../tooling/tsup.js'

export default packageBuild(
  { index: 'src/index.ts', 'live-prices': 'src/live-prices.ts' },
  { format: ['esm'], platform: 'node' },
)
