import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type fc from 'fast-check'
import type { Mutant } from './mutant.js'
import { createSmallVitest } from './small-vitest.js'

const TEST = fileURLToPath(new URL('../', import.meta.url))
const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url))

/** The suites that must notice, the quick ones first. None reads files or replaces modules. */
const SUITES = [
  'corpus/valid',
  'corpus/invalid',
  'config/credentials-issues',
  'config/error',
  'config/migration',
  'config/names-issues',
  'config/normalized',
  'config/options-issues',
  'config/origin-issues',
  'config/origin-messages',
  'config/polluted-prototype',
  'config/hostile-input',
  'config/unknown-options',
  'config/suggestions',
  'config/unreachable',
  'config/wildcard-issues',
  'policy/origins-from-env',
  'origin/patterns',
  'origin/ipv6',
  'origin/matching',
  'origin/matching-domains',
  'origin/suffix-index',
  'protocol/preflight-lists',
  'protocol/rules',
  'protocol/actual-and-non-cors',
  'properties/requested-lists',
  'properties/parsers',
  'properties/matcher',
  'properties/unreachable',
  'properties/ipv6',
  'properties/public-suffix',
  'config/limits-and-lookups',
  'properties/suggestions',
]

const SNAPSHOTS = ['error', 'migration'].map(
  (name) => new URL(`../config/__snapshots__/${name}.test.ts.snap`, import.meta.url),
)

const load = createRequire(import.meta.url)

/** Of the copy that the bundle loads: an imported one has other global parameters. */
const { configureGlobal, resetConfigureGlobal } = load('fast-check') as typeof fc

/** Of a mutant, the file with the change; throws where the text is not there, or not once. */
export const mutate = ({ file, find, replace }: Mutant): string => {
  const parts = readFileSync(join(SOURCE, file), 'utf8').split(find)
  if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times: ${find}`)
  return parts.join(replace)
}

/** Those that are about the same folder come first: most mutants fail there. */
const suitesFor = (mutant: Mutant | undefined): readonly string[] => {
  const isNear = (suite: string): boolean => /^(origin|properties|protocol)/.test(suite)
  if (mutant === undefined || mutant.file.startsWith('config/')) return SUITES
  return [...SUITES.filter(isNear), ...SUITES.filter((suite) => !isNear(suite))]
}

const bundle = async (mutant: Mutant | undefined): Promise<string> => {
  const { outputFiles } = await build({
    stdin: {
      contents: suitesFor(mutant)
        .map((suite) => `import './${suite}.test.ts'`)
        .join('\n'),
      resolveDir: TEST,
    },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
    // The package has no side effects, and the registration of a test is one.
    ignoreAnnotations: true,
    logLevel: 'silent',
    define: {
      'process.env.PROPERTY_RUNS': '"100"',
      // Of the script that reads the public suffixes; no other file asks for its own.
      'import.meta.url': JSON.stringify(new URL('../../scripts/public-suffixes.mjs', import.meta.url)),
    },
    plugins: [
      {
        name: 'mutant',
        setup({ onLoad }) {
          if (mutant === undefined) return
          const path = join(SOURCE, mutant.file)
          onLoad({ filter: /\.ts$/ }, (args) =>
            args.path === path ? { contents: mutate(mutant), loader: 'ts' } : undefined,
          )
        },
      },
    ],
  })
  return outputFiles[0]?.text ?? ''
}

/** The name of the first test that fails when the source is changed so. Throws where the change does not even load. */
export const firstFailure = async (mutant?: Mutant): Promise<string | undefined> => {
  const code = await bundle(mutant)
  const { module, firstFailure } = createSmallVitest(SNAPSHOTS)
  const require = (name: string): unknown => (name === 'vitest' ? module : load(name))
  const run = new Function('require', 'module', 'exports', code)
  try {
    run(require, { exports: {} }, {})
  } catch (error) {
    // A policy at the top of a suite is refused. A change that is no program proves nothing.
    if (error instanceof ReferenceError || error instanceof SyntaxError) throw error
    return `no suite, because of ${String(error)}`
  }
  // The same inputs each time: a mutant must not survive now and then.
  configureGlobal({ seed: 20_261_127 })
  try {
    return await firstFailure()
  } finally {
    resetConfigureGlobal()
  }
}
