import { testControl } from '../../service/test-suites/control.js'
import { start } from '../src/index.js'

testControl({ start, preflightWithoutCors: 404 })
