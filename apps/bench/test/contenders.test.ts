import { describe, expect, test } from 'vitest'
import type { Role } from '../src/contender.js'
import { FRAMEWORKS, loadFramework } from '../src/frameworks/index.js'
import { scenarioOf, workOf } from '../src/scenarios/index.js'

/** The lines of a response that CORS is about, names in lower case. */
const corsLines = (text: string): readonly string[] =>
  text
    .split('\r\n')
    .slice(1)
    .map((line) => line.replace(/^[^:]*/, (name) => name.toLowerCase()))
    .filter((line) => /^(?:access-control-|vary:)/.test(line))
    .sort()

const answerOf = async (framework: string, role: Role, id: string): Promise<string> => {
  const scenario = scenarioOf(id)
  const contender = await (await loadFramework(framework)).start(role, workOf(scenario))
  return contender.read(scenario.request)
}

const SCENARIOS = ['a', 'b', 'c', 'd', 'e-10-last', 'f-1-last', 'f-1-missing']
const HOSTILE = ['g-long', 'g-labels', 'g-commas', 'g-tokens', 'h-synchronous', 'h-promise']

/** A bench that compares different work measures nothing. */
describe.each(FRAMEWORKS)('%s: the contenders do the same work', (framework) => {
  test.each([...SCENARIOS, ...HOSTILE])('%s: ours and the limit write the same headers', async (id) => {
    const ours = await answerOf(framework, 'ours', id)
    const limit = await answerOf(framework, 'limit', id)
    expect(corsLines(ours)).toEqual(corsLines(limit))
    expect(corsLines(ours).length).toBeGreaterThan(0)
    expect(ours.split('\r\n')[0]).toBe(limit.split('\r\n')[0])
  })

  test.each(SCENARIOS)('%s: the peer decides alike', async (id) => {
    const allowOrigin = (text: string): readonly string[] =>
      corsLines(text).filter((line) => line.startsWith('access-control-allow-origin:'))
    expect(allowOrigin(await answerOf(framework, 'peer', id))).toEqual(
      allowOrigin(await answerOf(framework, 'ours', id)),
    )
  })

  test('bare has no CORS, and answers with 200', async () => {
    const text = await answerOf(framework, 'bare', 'b')
    expect(text).toMatch(/^HTTP\/1\.1 200/)
    expect(corsLines(text)).toEqual([])
  })
})
