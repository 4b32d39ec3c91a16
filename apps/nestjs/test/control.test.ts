import { describe } from 'vitest'
import { testControl } from '../../service/test-suites/control.js'
import { platforms } from './platforms.js'

describe.each(platforms)('$id', ({ start }) => {
  testControl({ start, preflightWithoutCors: 404 })
})
