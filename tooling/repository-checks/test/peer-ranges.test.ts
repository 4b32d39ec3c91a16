import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root, workspaces } from '../../commands/workspaces.mjs'
import { catalog } from '../catalog.js'

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
}

const all = workspaces().map(({ folder }) => ({
  path: relative(root, folder),
  manifest: JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest,
}))

/** Under whatever name a package is installed for tests: what it is, and the version. */
const installed = ({ devDependencies = {} }: Manifest): readonly string[] =>
  Object.entries(devDependencies).map(([name, written]) => {
    const version = written === 'catalog:' ? (catalog.get(name) ?? '') : written
    return version.startsWith('npm:') ? version.slice(4) : `${name}@${version}`
  })

const peers = all
  .filter(({ manifest }) => manifest.private !== true)
  .flatMap(({ manifest }) =>
    Object.entries(manifest.peerDependencies ?? {})
      .filter(([, range]) => range !== '*')
      .map(([peer, range]) => ({ of: manifest.name, peer, lowest: range.split(' || '), manifest })),
  )

test('there are peers, with ranges that this file can read', () => {
  expect(peers.length).toBeGreaterThan(5)
  expect(peers.flatMap(({ lowest }) => lowest).filter((each) => !/^\^\d+\.\d+\.\d+$/.test(each))).toEqual([])
})

describe.each(peers)('$peer of $of', ({ of, peer, lowest, manifest }) => {
  // The adapter's own suite, and those in tooling/lowest that run it on other versions.
  const suites = all.filter(
    (each) => each.path.startsWith('tooling/lowest/') && of in (each.manifest.devDependencies ?? {}),
  )
  const tested = [manifest, ...suites.map((each) => each.manifest)].flatMap(installed)

  test('is tested in its lowest version', () => {
    expect(tested).toContain(`${peer}@${lowest[0]?.slice(1)}`)
  })

  test.each(lowest)('is tested in a version of %s', (range) => {
    const [major] = range.slice(1).split('.')
    const next = range.startsWith('^0.') ? range.slice(1).split('.', 2).join('.') : major
    expect(tested.filter((each) => each.startsWith(`${peer}@${next}.`))).not.toEqual([])
  })
})
