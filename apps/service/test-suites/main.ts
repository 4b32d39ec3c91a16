import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Readable } from 'node:stream'
import { expect, onTestFinished, test } from 'vitest'
import { ask } from '../../../tooling/ask-service.js'
import { controlPolicyPath, type ServiceId } from '../src/index.js'

/** An app as its users start it. */
export interface MainUnderTest {
  readonly id: ServiceId
  /** What `node` is told: the built file, and what it is told in turn. */
  readonly command: readonly string[]
  /** Frameworks that log the error themselves do so above the line of the app. */
  readonly logsErrors: boolean
}

const textOf = async (stream: Readable | null): Promise<string> => {
  let text = ''
  for await (const chunk of stream ?? []) text += String(chunk)
  return text
}

/** Below what a framework may have to say first. */
const urlFrom = async (stream: Readable | null, id: ServiceId): Promise<string> => {
  let text = ''
  for await (const chunk of stream?.iterator({ destroyOnReturn: false }) ?? []) {
    text += String(chunk)
    const url = new RegExp(`^${id}: (.+)\n`, 'm').exec(text)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`It did not say where it serves: ${text}`)
}

/** `node dist/main.js` serves until it is told to end, and says why where it cannot. */
export const testMain = ({ id, command, logsErrors }: MainUnderTest): void => {
  const run = (env: Readonly<Record<string, string>>): ChildProcess => {
    const child = spawn(process.execPath, command, { env: { ...process.env, ...env } })
    // A test that fails must not leave it behind.
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }

  test('node dist/main.js serves, with control in test mode, and ends on SIGTERM', async () => {
    const child = run({ PORT: '0', TEST_MODE: '1' })
    const url = await urlFrom(child.stdout, id)
    expect((await ask(url, 'PUT', controlPolicyPath, {}, { origins: '*' })).status).toBe(204)
    expect((await ask(url, 'GET', '/events', { origin: 'null' })).cors).toEqual([
      'access-control-allow-origin: *',
    ])
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  test(`says in one line that the port is in use${logsErrors ? ', below its log' : ''}`, async () => {
    const taken = createServer()
    taken.listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const address = taken.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    const child = run({ PORT: port })
    const [text, exit] = await Promise.all([textOf(child.stderr), once(child, 'exit')])
    const line = `Port ${port} is in use: name another one with PORT.\n`
    expect(text).toSatisfy((said: string) => (logsErrors ? said.endsWith(`\n${line}`) : said === line))
    expect(exit).toEqual([1, null])
    taken.close()
  })
}
