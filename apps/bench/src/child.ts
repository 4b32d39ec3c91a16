import type { Contender, Framework, Role } from './contender.js'
import { loadFramework } from './frameworks/index.js'
import { measureHeap } from './measure/heap.js'
import type { Command, Report } from './measure/protocol.js'
import { scenarioOf, workOf } from './scenarios/index.js'
import type { Work } from './scenarios/scenario.js'
import { isStep } from './steps.js'

declare const gc: ((options: { readonly type: 'minor' }) => void) | undefined

/**
 * One contender in a process of its own: code that is shared with others would be optimised for all of them
 * together. `child <framework> <role or step> <scenario> [count]`; with a count it sends so many requests and ends.
 */
const [frameworkId = '', role = '', scenarioId = '', count] = process.argv.slice(2)

const start = async ({ start, startStep }: Framework, work: Work): Promise<Contender> => {
  if (!isStep(role)) return start(role as Role, work)
  if (startStep === undefined) throw new Error(`${frameworkId} has no steps.`)
  return startStep(role, work)
}

const { request, ...scenario } = scenarioOf(scenarioId)
const contender = await start(await loadFramework(frameworkId), workOf({ request, ...scenario }))

const run = async (command: Command): Promise<Report> => {
  if (command.do === 'time') {
    // What was made before is not this turn's to collect: on Express one collection is as long as a turn.
    gc?.({ type: 'minor' })
    const start = process.cpuUsage()
    await contender.send(request, command.count)
    const { user, system } = process.cpuUsage(start)
    return { value: ((user + system) * 1_000) / command.count }
  }
  if (command.do === 'heap') return { value: await measureHeap(contender, request, command.count) }
  return { value: await contender.listen() }
}

if (count !== undefined) {
  await contender.send(request, Number(count))
  process.exit(0)
}
process.on('message', (command: Command) => {
  run(command).then(
    (report) => process.send?.(report),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
})
process.send?.({ value: 0 } satisfies Report)
