import { describe, expect, inject, test } from 'vitest'
import { acceptedProblems, type Problem } from '../accepted-problems.js'
import { publintProblems, typeProblems } from '../problems.js'
import { publicPackages } from '../public-packages.js'

const archives = inject('archives')
const archive = (name: string): string => archives[name]?.filename ?? ''
const unaccepted = (problems: Problem[]): Problem[] =>
  problems.filter((problem) => !acceptedProblems.some(({ covers }) => covers(problem)))

describe.each(publicPackages)('$name', (publicPackage) => {
  test('publint finds nothing', async () => {
    expect(unaccepted(await publintProblems(publicPackage, archive(publicPackage.name)))).toEqual([])
  })

  test('its types are right under each resolution', async () => {
    expect(unaccepted(await typeProblems(publicPackage, archive(publicPackage.name)))).toEqual([])
  })

  test('the archive holds the build, its sources, the readme and the licence, and nothing else', () => {
    const files = archives[publicPackage.name]?.files.map(({ path }) => path) ?? []
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']))
    const others = files.filter(
      (file) => !/^(?:(?:dist|src)\/.+|package\.json|README\.md|LICENSE)$/.test(file),
    )
    expect(others).toEqual([])
  })
})

test('each accepted problem occurs', async () => {
  const all = await Promise.all(
    publicPackages.flatMap((publicPackage) => [
      publintProblems(publicPackage, archive(publicPackage.name)),
      typeProblems(publicPackage, archive(publicPackage.name)),
    ]),
  )
  const stale = acceptedProblems.filter(({ covers }) => !all.flat().some(covers))
  expect(stale.map(({ why }) => why)).toEqual([])
})
