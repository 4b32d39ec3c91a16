import { fileURLToPath } from 'node:url'
import { describe } from 'vitest'
import { testMain } from '../../service/test-suites/main.js'
import { platforms } from './platforms.js'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

describe.each(platforms)('$id', ({ id, name }) => {
  testMain({ id, command: [main, name], logsErrors: true })
})
