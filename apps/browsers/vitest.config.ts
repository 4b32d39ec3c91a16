import { suite } from '../../tooling/vitest.js'

export default suite({ testTimeout: 600_000 })
