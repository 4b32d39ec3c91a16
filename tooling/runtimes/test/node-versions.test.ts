import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'

const { resolve } = createRequire(import.meta.url)
const vitest = join(dirname(resolve('vitest/package.json')), 'vitest.mjs')
const packages = fileURLToPath(new URL('../../../packages/', import.meta.url))

/** The suite of an adapter, as it stands, on another Node than the one that runs this. */
const runSuite = async (node: string, name: string): Promise<string[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'cors-node-version-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const results = join(folder, 'results.json')
  // Generated inputs find nothing here that they do not find in the package's own run.
  const args = ['run', '--exclude', '**/*.property.test.ts', '--reporter=json', `--outputFile=${results}`]
  await promisify(execFile)(node, [vitest, ...args], { cwd: join(packages, name) }).catch((error: Error) => {
    // Failed tests are in the results, too, and more readable there.
    if (!('code' in error && error.code === 1)) throw error
  })
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as {
    readonly testResults: readonly {
      readonly message: string
      readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
    }[]
  }
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  expect(tests.filter(({ status }) => status === 'passed').length).toBeGreaterThan(500)
  const failed = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
  return [...failed, ...testResults.map(({ message }) => message).filter((message) => message !== '')]
}

// The catalog names the builds of Node for Linux on x64 only; elsewhere nothing is installed.
const hasBuilds = process.platform === 'linux' && process.arch === 'x64'

describe.runIf(hasBuilds).each(['node-22', 'node-24', 'node-26'])('%s', (version) => {
  const node = (): string => join(dirname(resolve(`${version}/package.json`)), 'bin/node')

  it('is what it says', async () => {
    const { stdout } = await promisify(execFile)(node(), ['--version'])
    expect(stdout).toMatch(version.replace('node-', 'v'))
  })

  it.each(['fetch', 'node', 'koa', 'fastify'])('passes the suite of %s', async (name) => {
    expect(await runSuite(node(), name)).toEqual([])
  })
})
