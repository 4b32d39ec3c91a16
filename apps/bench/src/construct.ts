import { createCorsPolicy } from '@cors/core'
import { configOf } from './policies.js'
import { manyOrigins, manyPatterns } from './scenarios/many.js'

/** `construct <origins|patterns> <count>`: build one policy in a process that has built none. */
const [kind, count] = process.argv.slice(2)
const shape = (kind === 'origins' ? manyOrigins : manyPatterns)(Number(count))
const config = configOf(shape)

const collect = globalThis.gc as () => void
const heapUsed = (): number => {
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

const before = heapUsed()
const cpuBefore = process.cpuUsage()
const start = performance.now()
const policy = createCorsPolicy(config)
const milliseconds = performance.now() - start
const { user, system } = process.cpuUsage(cpuBefore)
const heap = heapUsed() - before
// The policy has to be there until the heap is measured, and the configuration, too.
if (policy.config === undefined || config.origins.length !== Number(count)) throw new Error('Built nothing.')
console.log(JSON.stringify({ milliseconds, cpuMilliseconds: (user + system) / 1_000, megabytes: heap / 1e6 }))
