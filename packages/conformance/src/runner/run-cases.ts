import { GroupRun } from './group-run.js'
import { planOf } from './plan.js'
import type { CaseResult } from './result.js'
import type { Subject } from './subject.js'

/**
 * Run every case of the subject's sets, one after the other, and yield each result.
 *
 * @throws where a skip is wrong
 */
export async function* runCases(subject: Subject): AsyncGenerator<CaseResult, void, undefined> {
  for (const group of planOf(subject)) {
    const run = new GroupRun(subject, group)
    try {
      await run.start()
    } catch (error) {
      const differences = [`the application did not start: ${String(error)}`]
      for (const each of group.cases) yield { status: 'failed', case: each, differences }
      continue
    }
    try {
      for (const each of group.cases) yield await run.run(each)
    } finally {
      await run.close()
    }
  }
}
