import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { acceptedProblems, type Problem } from '../accepted-problems.js'
import type { Archive } from '../pack.js'
import { publintProblems, typeProblems } from '../problems.js'
import { publicPackages } from '../public-packages.js'

const archives = inject('archives')
const archive = (name: string): Archive => {
  const found = archives[name]
  if (found === undefined) throw new Error(`${name} is not built: \`npm test\` builds first`)
  return found
}
const unaccepted = (problems: Problem[]): Problem[] =>
  problems.filter((problem) => !acceptedProblems.some(({ covers }) => covers(problem)))

describe.each(publicPackages)('$name', (publicPackage) => {
  test('publint finds nothing', async () => {
    expect(unaccepted(await publintProblems(publicPackage, archive(publicPackage.name).filename))).toEqual([])
  })

  test('its types are right under each resolution', async () => {
    expect(unaccepted(await typeProblems(publicPackage, archive(publicPackage.name).filename))).toEqual([])
  })

  test('the archive holds the build, its sources, its texts and the licence, and nothing else', () => {
    const files = archive(publicPackage.name).files.map(({ path }) => path)
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']))
    const others = files.filter(
      (file) => !/^(?:(?:dist|src)\/.+|package\.json|[A-Z]+\.md|LICENSE)$/.test(file),
    )
    expect(others).toEqual([])
  })

  test('no source map tells the folder in which it was built', () => {
    const maps = archive(publicPackage.name).files.filter(({ path }) => path.endsWith('.map'))
    expect(maps).not.toEqual([])
    const telling = maps.filter(({ path }) => {
      const { file = '', sources } = JSON.parse(readFileSync(join(publicPackage.folder, path), 'utf8'))
      return [file, ...sources].some((each: string) => isAbsolute(each))
    })
    expect(telling).toEqual([])
  })

  test('its CommonJS makes no closures where the source has ?. or ??', () => {
    const built = archive(publicPackage.name).files.filter(({ path }) => path.endsWith('.cjs'))
    expect(built).not.toEqual([])
    const slow = built.filter(({ path }) =>
      /_optionalChain|_nullishCoalesce/.test(readFileSync(join(publicPackage.folder, path), 'utf8')),
    )
    expect(slow).toEqual([])
  })
})

test('each accepted problem occurs', async () => {
  const all = await Promise.all(
    publicPackages.flatMap((publicPackage) => [
      publintProblems(publicPackage, archive(publicPackage.name).filename),
      typeProblems(publicPackage, archive(publicPackage.name).filename),
    ]),
  )
  const stale = acceptedProblems.filter(({ covers }) => !all.flat().some(covers))
  expect(stale.map(({ why }) => why)).toEqual([])
})
