import { packageBuild } from '../../tooling/tsup.js'

export default packageBuild(
  { index: 'src/index.ts' },
  {
    // As Fastify's own plugins are: what `require` returns can be registered. See build/commonjs-types.mjs.
    footer: ({ format }) =>
      format === 'cjs' ? { js: 'module.exports = Object.assign(module.exports.cors, module.exports)' } : {},
  },
)
