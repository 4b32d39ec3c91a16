import { describe, expect, it } from 'vitest'
import { GroupRun } from '../src/runner/group-run.js'
import { planOf } from '../src/runner/plan.js'
import { mistakesInAdapters } from './reference/mistakes-in-adapters.js'
import { mistakesInDecisions } from './reference/mistakes-in-decisions.js'
import { mistakesInHeaders } from './reference/mistakes-in-headers.js'
import { mistakesInListsAndVary } from './reference/mistakes-in-lists-and-vary.js'
import { mistakesInReading } from './reference/mistakes-in-reading.js'
import { mistakesInServers } from './reference/mistakes-in-servers.js'
import type { Make } from './reference/naive-server.js'
import { naiveSubject } from './reference/naive-server.js'

/** The ids of those among these cases that fail. */
const failing = async (make: Make, ids: readonly string[]): Promise<readonly string[]> => {
  const subject = naiveSubject('a broken server', make)
  const failed: string[] = []
  for (const group of planOf(subject)) {
    const wanted = group.cases.filter(({ id }) => ids.includes(id))
    if (wanted.length === 0) continue
    const run = new GroupRun(subject, group)
    await run.start()
    for (const each of wanted) if ((await run.run(each)).status === 'failed') failed.push(each.id)
    await run.close()
  }
  return failed
}

// A kit that cannot fail proves nothing: each mistake is one that a server of the kit's own makes on purpose.
describe('a server that', () => {
  it.each(
    [
      ...mistakesInDecisions,
      ...mistakesInHeaders,
      ...mistakesInListsAndVary,
      ...mistakesInReading,
      ...mistakesInServers,
      ...mistakesInAdapters,
    ].map((each) => [each.name, each] as const),
  )('%s is caught', async (_, { make, caughtBy }) => {
    expect([...(await failing(make, caughtBy))].sort()).toEqual([...caughtBy].sort())
  })
})
