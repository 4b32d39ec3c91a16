import { suite } from '../vitest.js'

export default suite()
