import { describe, expect, test } from 'vitest'
import { loadFramework } from '../src/frameworks/index.js'
import { scenarioOf, workOf } from '../src/scenarios/index.js'
import { STEPS } from '../src/steps.js'

/** Parts of a cost are only parts if all steps do the same work. */
describe.each(['node', 'fastify', 'koa'])('%s: each step between the limit and ours', (framework) => {
  test.each(['a', 'b', 'c', 'd'])('%s: writes what the limit writes', async (id) => {
    const { start, startStep } = await loadFramework(framework)
    const scenario = scenarioOf(id)
    const textOf = (text: string): readonly string[] =>
      text
        .split('\r\n')
        .map((line) => line.replace(/^Date: .*/, 'Date'))
        .sort()
    const limit = textOf(await (await start('limit', workOf(scenario))).read(scenario.request))
    expect(limit).toContain('Date')
    for (const step of STEPS) {
      const contender = await startStep?.(step, workOf(scenario))
      expect(textOf((await contender?.read(scenario.request)) ?? ''), step).toEqual(limit)
    }
  })
})
