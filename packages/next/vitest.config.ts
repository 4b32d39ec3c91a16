import { suite } from '../../tooling/vitest.js'

export default suite({ globalSetup: 'test/support/build-apps.ts' })
