// Loaded into `next start` before anything else. Over the channel to the test that started it, it is told which
// case of the kit comes next, and tells what the application does.
import { AsyncLocalStorage } from 'node:async_hooks'
import { allCases, createHandlers, routes } from '@cors/conformance'

const { reply, runs } = createHandlers()

const optionsOf = (each) => {
  const { onDecision, ...options } = each.set === 'policy' ? { policy: each.config } : each.options
  if (onDecision === undefined) return options
  const tell = (decision) => {
    process.send?.({ decision })
    if (onDecision === 'throws') throw new Error('onDecision is made to throw')
  }
  return { ...options, onDecision: tell }
}

process.on('message', ({ id, mode }) => {
  if (id !== undefined) {
    const each = allCases.find((known) => known.id === id)
    AsyncLocalStorage.kitRun = { mode, options: optionsOf(each), routes: each.routes ?? routes, reply }
  }
  process.send?.({ runs: runs() })
})
