import { CONFIG_NAMES } from './mutants/config-names.js'
import { CONFIG_VALUES } from './mutants/config-values.js'
import { testMutants } from './test-mutants.js'

testMutants([...CONFIG_NAMES, ...CONFIG_VALUES])
