import { fastifyContenders } from './fastify/contenders.js'
import { costOver, measureTime, median, pairedRatio } from './measure/paired-time.js'
import { SCENARIOS } from './scenarios.js'

/** `--smoke`: does it work? A few requests, and numbers that mean nothing. */
const isSmoke = process.argv.includes('--smoke')
const options = isSmoke ? { rounds: 3, requestsPerRound: 50 } : { rounds: 41, requestsPerRound: 2_000 }

const contenders = await fastifyContenders()
const columns = [...contenders.keys(), 'peer : ours']
console.log(
  'Nanoseconds a request through the whole listener, medians of paired rounds; in brackets over bare.',
)
console.log('Bare answers a preflight with a 404, which costs more than a 204.\n')
console.log(''.padEnd(14) + columns.map((name) => name.padStart(18)).join(''))
for (const { title, request } of SCENARIOS) {
  const rounds = await measureTime(contenders, request, options)
  const cells = [...contenders.keys()].map((name) => {
    const over = name === 'bare' ? '' : ` (${Math.round(costOver(rounds, name, 'bare'))})`
    return `${Math.round(median(rounds.get(name) ?? []))}${over}`
  })
  const ratio = pairedRatio(rounds, '@fastify/cors', '@cors/fastify').toFixed(2)
  console.log(title.padEnd(14) + [...cells, ratio].map((cell) => cell.padStart(18)).join(''))
}
