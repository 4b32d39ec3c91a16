import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readManifest, root, workspaces } from '../../commands/workspaces.mjs'
import { catalog } from '../catalog.js'

// An alias stands beside the catalog where a package is tested with an older framework, too.
const exact = /^(?:catalog:|workspace:\*|npm:.+@\d+\.\d+\.\d+)$/

const all = workspaces().map((workspace) => ({ ...workspace, path: relative(root, workspace.folder) }))
const published = all.filter(({ manifest }) => manifest.private !== true)

describe.each(all)('$path', ({ folder, path, manifest }) => {
  test('takes part in type checks and tests', () => {
    const tasks = path.startsWith('tooling') ? ['typecheck', 'test'] : ['build', 'typecheck', 'test']
    expect(Object.keys(manifest.scripts ?? {})).toEqual(expect.arrayContaining(tasks))
    // Without the shared configuration no results are written, and nothing counts.
    expect(readFileSync(join(folder, 'vitest.config.ts'), 'utf8')).toMatch(
      /import .* from '\.\..*\/vitest\.js'/,
    )
  })

  test('takes its versions from the catalog', () => {
    const versions = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(versions.filter((version) => !exact.test(version))).toEqual([])
  })
})

test('the catalog holds exact versions only', () => {
  expect(catalog.size).toBeGreaterThan(10)
  const versions = [...catalog.values()]
  expect(versions.filter((version) => !/^(?:npm:.+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([])
})

test('the root names exact versions, which npm can read, and the same as the catalog', () => {
  const tools = Object.entries(readManifest(root).devDependencies ?? {})
  expect(tools.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  expect(tools.filter(([name, version]) => (catalog.get(name) ?? version) !== version)).toEqual([])
})

describe.each(published)('$manifest.name', ({ folder }) => {
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))

  test('can be published: public, with provenance, a licence, a readme and the supported Node', () => {
    expect(manifest).toMatchObject({
      license: 'MIT',
      type: 'module',
      // To import the plugin subscribes to Fastify's channel: a bundler that drops a bare import of it would
      // leave the preflights of routes that are declared before `register` to the scope's policy.
      sideEffects: manifest['name'] === '@cors/fastify',
      engines: { node: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node },
      publishConfig: { access: 'public', provenance: true },
    })
    expect(existsSync(join(folder, 'README.md'))).toBe(true)
  })
})

/** What is installed with a published package, but for our own. */
const installedWith = published.map(({ manifest }) => ({
  name: manifest.name,
  names: Object.keys(manifest.dependencies ?? {}).filter((name) => name !== '@cors/core'),
}))

test('the core depends on nothing', () => {
  const core = published.find(({ manifest }) => manifest.name === '@cors/core')
  const kinds = Object.keys(core?.manifest ?? {}).filter((key) => /^(?!dev).*dependencies/i.test(key))
  expect([core?.path, kinds]).toEqual(['packages/core', []])
})

test('the README says of each dependency why it is there', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  const rows = new Map(
    [...readme.matchAll(/^\| \[`(@cors\/[a-z]+)`\].*$/gm)].map(([row, name]) => [name, row] as const),
  )
  expect(installedWith.flatMap(({ names }) => names).length).toBeGreaterThan(1)
  const missing = installedWith.filter(({ name, names }) => {
    const row = rows.get(name)
    return row === undefined || names.some((each) => !row.includes(`\`${each}\`: `))
  })
  expect(missing).toEqual([])
})

test('the first release is of all published packages', () => {
  const changeset = join(root, '.changeset/first-release.md')
  // Versioning takes the file away.
  if (!existsSync(changeset)) return
  const named = [...readFileSync(changeset, 'utf8').matchAll(/^'(@cors\/[a-z]+)': minor$/gm)].map(
    ([, name]) => name,
  )
  expect(named.sort()).toEqual(published.map(({ manifest }) => manifest.name).sort())
})

test('the published packages share one version', () => {
  const versions = published.map(
    ({ folder }) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
  )
  expect(new Set(versions).size).toBe(1)
})

test('a release names the repository in each manifest before it publishes', () => {
  const workflow = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8').split(
    'changesets/action',
  )[0]
  const [, script = ''] = /--filter '\.\/packages\/\*' exec sh -c '([^']+)'/.exec(workflow ?? '') ?? []
  const copy = mkdtempSync(join(tmpdir(), 'release-'))
  try {
    const folder = join(copy, 'packages/core')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "name": "@cors/core" }')
    const env = { ...process.env, GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'owner/name' }
    // As YAML folds it.
    execFileSync('sh', ['-c', script.replace(/\n\s*/g, ' ')], { cwd: folder, env })
    expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).repository).toEqual({
      type: 'git',
      url: 'git+https://github.com/owner/name.git',
      directory: 'packages/core',
    })
  } finally {
    rmSync(copy, { recursive: true })
  }
})

test.each(['.github/workflows/release.yml', 'CONTRIBUTING.md'])(
  '%s uses the pnpm of package.json',
  (path) => {
    const used = [...readFileSync(join(root, path), 'utf8').matchAll(/pnpm@[\d.]+/g)].map(([match]) => match)
    expect(new Set(used)).toEqual(new Set([readManifest(root).packageManager]))
  },
)
