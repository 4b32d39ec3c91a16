import { testMain } from '../../service/test-suites/main.js'
import { main } from './support/start.js'

testMain({ id: 'next', command: [main], logsErrors: false })
