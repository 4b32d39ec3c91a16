import { CONFIG_ORIGINS } from './mutants/config-origins.js'
import { testMutants } from './test-mutants.js'

testMutants(CONFIG_ORIGINS)
