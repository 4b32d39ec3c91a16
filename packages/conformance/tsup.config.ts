import { packageBuild } from '../../tooling/tsup.js'

export default packageBuild(
  { index: 'src/index.ts', browser: 'src/browser/index.ts' },
  // The runner opens sockets. The browser entry has no Node module: a test holds it.
  { platform: 'node' },
)
