import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { controlPolicyPath } from '@cors/app-service'
import { expect, test } from 'vitest'
import { ask } from '../../../tooling/ask-service.js'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

const run = (env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [main], { env: { ...process.env, ...env } })

const line = async (child: ChildProcess, stream: 'stdout' | 'stderr'): Promise<string> => {
  const [chunk] = await once(child[stream] as NodeJS.ReadableStream, 'data')
  return String(chunk)
}

test('node dist/main.js serves, with control in test mode, and ends on SIGTERM', async () => {
  const child = run({ PORT: '0', TEST_MODE: '1' })
  const url = (await line(child, 'stdout')).replace('fastify: ', '').trim()
  expect((await ask(url, 'PUT', controlPolicyPath, {}, { origins: '*' })).status).toBe(204)
  expect((await ask(url, 'GET', '/events', { origin: 'null' })).cors).toEqual([
    'access-control-allow-origin: *',
  ])
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('says in one line that the port is in use', async () => {
  const taken = createServer()
  taken.listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const child = run({ PORT: port })
  const exit = once(child, 'exit')
  expect(await line(child, 'stderr')).toBe(`Port ${port} is in use: name another one with PORT.\n`)
  expect(await exit).toEqual([1, null])
  taken.close()
})
