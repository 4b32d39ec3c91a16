import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { controlPolicyPath } from '@cors/app-service'
import { expect, test } from 'vitest'
import { ask } from '../../../tooling/ask-service.js'
import { platforms } from './platforms.js'

const main = fileURLToPath(new URL('../dist/main.js', import.meta.url))

const ids = platforms.map(({ id }) => id)

const run = (id: string, env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, [main, id.replace('nestjs-', '')], { env: { ...process.env, ...env } })

const line = async (child: ChildProcess): Promise<string> => {
  const [chunk] = await once(child.stdout as NodeJS.ReadableStream, 'data')
  return String(chunk)
}

test.each(ids)('%s: node dist/main.js serves, with control in test mode, and ends on SIGTERM', async (id) => {
  const child = run(id, { PORT: '0', TEST_MODE: '1' })
  const url = (await line(child)).replace(`${id}: `, '').trim()
  expect((await ask(url, 'PUT', controlPolicyPath, {}, { origins: '*' })).status).toBe(204)
  expect((await ask(url, 'GET', '/events', { origin: 'null' })).cors).toEqual([
    'access-control-allow-origin: *',
  ])
  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test.each(ids)('%s: says that the port is in use, below the log of NestJS', async (id) => {
  const taken = createServer()
  taken.listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const address = taken.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const child = run(id, { PORT: port })
  let text = ''
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  expect(await once(child, 'close')).toEqual([1, null])
  expect(text).toContain(`\nPort ${port} is in use: name another one with PORT.\n`)
  taken.close()
})
