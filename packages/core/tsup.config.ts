import { packageBuild } from '../../tooling/tsup.js'

export default packageBuild({
  index: 'src/index.ts',
  adapter: 'src/adapter/index.ts',
  explain: 'src/explain/index.ts',
  'browser-model': 'src/browser-model/index.ts',
})
