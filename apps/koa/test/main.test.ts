import { fileURLToPath } from 'node:url'
import { testMain } from '../../service/test-suites/main.js'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

testMain({ id: 'koa', command: [main], logsErrors: false })
