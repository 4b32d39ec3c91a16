import { ORIGIN } from './mutants/origin.js'
import { testMutants } from './test-mutants.js'

testMutants(ORIGIN)
