import { GroupRun } from './group-run.js'
import { planOf } from './plan.js'
import { formatFailure } from './result.js'
import type { Subject } from './subject.js'

/** What the kit needs of a test runner: vitest's functions of these names, or others that do the same. */
export interface TestApi {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: (context: SkipContext) => Promise<void>) => unknown
  readonly beforeAll: (body: () => Promise<void>) => unknown
  readonly afterAll: (body: () => Promise<void>) => unknown
}

interface SkipContext {
  readonly skip: (note?: string) => unknown
}

/**
 * Make a test of every case: its name begins with the case's id. A skip shows as skipped, with its reason.
 *
 * @throws where a skip is wrong
 */
export const runConformance = (subject: Subject, { describe, it, beforeAll, afterAll }: TestApi): void => {
  const groups = planOf(subject)
  describe(`${subject.name} conforms`, () => {
    for (const group of groups) {
      describe(group.title, () => {
        const run = new GroupRun(subject, group)
        beforeAll(() => run.start())
        afterAll(() => run.close())
        for (const each of group.cases) {
          it(`${each.id}: ${each.title}`, async (context) => {
            const result = await run.run(each)
            if (result.status === 'failed') throw new Error(formatFailure(result))
            if (result.status !== 'passed') context.skip(`${result.status}: ${result.reason}`)
          })
        }
      })
    }
  })
}
