import { suite } from '../../tooling/vitest.js'

export default suite()
