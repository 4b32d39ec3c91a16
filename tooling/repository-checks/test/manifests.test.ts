import { existsSync, readFileSync } from 'node:fs'
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
      sideEffects: false,
      engines: { node: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node },
      publishConfig: { access: 'public', provenance: true },
    })
    expect(existsSync(join(folder, 'README.md'))).toBe(true)
  })
})

test('the published packages share one version', () => {
  const versions = published.map(
    ({ folder }) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version,
  )
  expect(new Set(versions).size).toBe(1)
})

test.each(['.github/workflows/release.yml', 'CONTRIBUTING.md'])(
  '%s uses the pnpm of package.json',
  (path) => {
    const used = [...readFileSync(join(root, path), 'utf8').matchAll(/pnpm@[\d.]+/g)].map(([match]) => match)
    expect(new Set(used)).toEqual(new Set([readManifest(root).packageManager]))
  },
)
