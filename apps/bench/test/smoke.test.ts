import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const bench = (...words: readonly string[]): Promise<{ readonly stdout: string }> =>
  promisify(execFile)(process.execPath, ['dist/main.js', ...words])

/** It must work; what it measures means nothing here, and nothing is demanded of it. */
test('it measures a scenario', async () => {
  const { stdout } = await bench('--smoke', 'node', 'a', 'd')
  for (const title of ['a: non-CORS GET', 'd: preflight with three headers']) {
    const row = new RegExp(`^\\| ${title} \\|(?: +-?[\\d.,]+ (?:ns|µs|ms) \\|){4}.* B \\|$`, 'm')
    expect(stdout).toMatch(row)
  }
})

test('it measures construction', async () => {
  const { stdout } = await bench('--smoke', 'construction')
  expect(stdout).toMatch(/^\| 100,000 origins \| +\d+ ms \|/m)
  expect(stdout).toMatch(/^\| 10,000 patterns \| +\d+ ms \|/m)
})

test('it loads a server', async () => {
  const { stdout } = await bench('--smoke', 'end-to-end', 'fastify')
  expect(stdout).toMatch(/^\| fastify +\| +ours \| +[\d,]+ \| +[\d.]+ % \|/m)
})

test('a word that means nothing is refused, with what there is', async () => {
  await expect(bench('fastfy')).rejects.toThrow(/What is fastfy\?.*frameworks: node express fastify/s)
})
