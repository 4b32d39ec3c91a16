import { fastifyContenders } from './fastify/contenders.js'
import { costOver, measureTime } from './measure/paired-time.js'
import { SCENARIOS } from './scenarios.js'

/** `--smoke`: does it work? A few requests, and numbers that mean nothing. */
const isSmoke = process.argv.includes('--smoke')
const options = isSmoke ? { rounds: 3, requestsPerRound: 50 } : { rounds: 41, requestsPerRound: 2_000 }

const nanoseconds = (value: number): string => `${Math.round(value)} ns`.padStart(10)

const contenders = await fastifyContenders()
console.log('Cost of CORS over the bare listener, a request; medians of paired rounds.\n')
console.log(
  `${''.padEnd(16)}${'@fastify/cors'.padStart(16)}${'@cors/fastify'.padStart(16)}${'times'.padStart(8)}`,
)
for (const { title, request } of SCENARIOS) {
  const rounds = await measureTime(contenders, request, options)
  const peer = costOver(rounds, '@fastify/cors', 'bare')
  const ours = costOver(rounds, '@cors/fastify', 'bare')
  const times = (peer / ours).toFixed(1).padStart(8)
  console.log(`${title.padEnd(16)}${nanoseconds(peer).padStart(16)}${nanoseconds(ours).padStart(16)}${times}`)
}
