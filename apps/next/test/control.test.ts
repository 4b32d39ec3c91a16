import { testControl } from '../../service/test-suites/control.js'
import { start as startHere } from '../src/index.js'
import { start } from './support/start.js'

testControl({
  // A process takes no policy, and a wrong one ends the start before there is anything of Next.js.
  start: (options) => (options.policy === undefined ? start(options) : startHere(options)),
  // Next.js answers OPTIONS by itself.
  preflightWithoutCors: 204,
})
