import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { listenOnLoopback } from '../src/server/listen-on-loopback.js'
import { services } from '../src/server/services.js'

const folder = mkdtempSync(join(tmpdir(), 'cors-demo-'))
afterAll(() => rmSync(folder, { recursive: true }))

const start = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [fileURLToPath(new URL('../dist/main.js', import.meta.url)), ...args])

const run = async (...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> => {
  const child = start(...args)
  let stdout = ''
  let stderr = ''
  child.stdout?.on('data', (chunk) => (stdout += chunk))
  child.stderr?.on('data', (chunk) => (stderr += chunk))
  const [code] = await once(child, 'close')
  return { code, stdout, stderr }
}

const policyFile = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

test('--check --model exits with 0', async () => {
  const { code, stdout, stderr } = await run('--check', '--model')
  expect([code, stderr]).toEqual([0, ''])
  expect(stdout).toContain('with --model')
  expect(stdout).toMatch(/\n\d{4} requests to each of \d apps, no difference: .*\.\n$/)
})

test('--check exits with 1 where the policy is another one', async () => {
  const path = policyFile('wrong.json', '{ "origins": ["https://app.example"] }')
  const { code, stdout } = await run('--check', '--model', '--policy', path)
  expect(code).toBe(1)
  expect(stdout).toContain('WRONG')
})

test.each([
  ['a configuration', '{ "origins": "*", "credentials": true }', /wrong\.json: .*credentials/s],
  ['JSON', '{', /wrong\.json: .*JSON/],
])('a file that is not %s is refused without a stack', async (_what, content, message) => {
  const { code, stderr } = await run('--policy', policyFile('wrong.json', content))
  expect(code).toBe(1)
  expect(stderr).toMatch(message)
  expect(stderr).not.toMatch(/\n\s+at /)
})

test.each([
  [['--nonsense'], /--nonsense/],
  [['--port', '0'], /--port takes a number/],
  [['--port', '4e3'], /--port takes a number/],
  [['--policy', join(folder, 'missing.json')], /missing\.json/],
])('%j is refused in one line', async (args, message) => {
  const { code, stdout, stderr } = await run(...args)
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toMatch(message)
  expect(stderr.trimEnd()).not.toContain('\n')
})

test('--help says what there is', async () => {
  const { code, stdout } = await run('--help')
  expect(code).toBe(0)
  for (const option of ['--check', '--model', '--port', '--policy']) expect(stdout).toContain(option)
})

/** So many ports in a row that are free, as far as one can tell. */
const freePorts = async (): Promise<number> => {
  // Two for the pages.
  const offsets = Array.from({ length: 2 + services.length }, (_, offset) => offset)
  for (;;) {
    const first = await listenOnLoopback(0, () => {})
    await first.close()
    const opened = offsets.map((offset) => listenOnLoopback(first.port + offset, () => {}))
    const results = await Promise.allSettled(opened)
    for (const result of results) if (result.status === 'fulfilled') await result.value.close()
    if (results.every(({ status }) => status === 'fulfilled')) return first.port
  }
}

test.each([0, 1, 2])('says in one line that a port is taken: the first + %i', async (offset) => {
  const first = await freePorts()
  const taken = createServer().listen(first + offset)
  await once(taken, 'listening')
  const { code, stdout, stderr } = await run('--port', String(first))
  taken.close()
  expect([code, stdout]).toEqual([1, ''])
  expect(stderr).toBe(`Port ${first + offset} is in use: choose others with --port.\n`)
})

test.each(['SIGINT', 'SIGTERM'] as const)('serves, and %s ends it', async (signal) => {
  const first = await freePorts()
  const child = start('--port', String(first))
  let stdout = ''
  child.stdout?.on('data', (chunk) => (stdout += chunk))
  while (!stdout.includes('Ctrl-C')) await once(child.stdout as NodeJS.ReadableStream, 'data')
  expect((await fetch(`http://localhost:${first}/`)).status).toBe(200)
  expect((await fetch(`http://localhost:${first + 2}/products`)).status).toBe(200)
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([0, null])
})
