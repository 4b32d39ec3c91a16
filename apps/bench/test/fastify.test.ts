import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readResponse } from '../src/exchange.js'
import { fastifyContenders } from '../src/fastify/contenders.js'
import { SCENARIOS } from '../src/scenarios.js'

const scenario = (id: string) => {
  const found = SCENARIOS.find((candidate) => candidate.id === id)
  if (found === undefined) throw new Error(`There is no scenario ${id}.`)
  return found
}

/** A bench that compares different work measures nothing. */
describe('the contenders do the same work', async () => {
  const contenders = await fastifyContenders()
  const corsNames = ['@fastify/cors', '@cors/fastify']

  it.each([...contenders])('%s answers a GET without Origin', async (_, listener) => {
    const { text } = await readResponse(listener, scenario('a').request)
    expect(text).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(text).toMatch(/ok$/)
  })

  it.each(corsNames)('%s allows the origin', async (name) => {
    const { text } = await readResponse(contenders.get(name) as never, scenario('b').request)
    expect(text).toMatch(/access-control-allow-origin: https:\/\/app\.example\.com/i)
    expect(text).toMatch(/vary: origin/i)
    expect(text).toMatch(/ok$/)
  })

  it.each(corsNames)('%s answers the preflight', async (name) => {
    const { text } = await readResponse(contenders.get(name) as never, scenario('d').request)
    expect(text).toMatch(/^HTTP\/1\.1 204/)
    expect(text).toMatch(/access-control-allow-methods: .*PUT/i)
    expect(text).toMatch(/access-control-max-age: 600/i)
  })

  it('bare has no CORS', async () => {
    const { text } = await readResponse(contenders.get('bare') as never, scenario('b').request)
    expect(text).not.toMatch(/access-control-/i)
  })
})

it('runs, in a smoke run, all scenarios', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['dist/main.js', '--smoke'])
  for (const { title } of SCENARIOS)
    expect(stdout).toMatch(new RegExp(`^${title} .*\\d+ .*\\d+ \\(.*\\d+ \\(`, 'm'))
})
