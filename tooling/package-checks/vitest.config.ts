import { suite } from '../vitest.js'

export default suite({ globalSetup: './pack.ts' })
