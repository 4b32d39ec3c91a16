import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test } from 'vitest'

/** A package as it was built, by its files: what `import` and `require` get is for the package checks to say. */
export interface Builds<Built> {
  readonly esm: Built
  readonly commonJs: Built
  /** An application may hold both: each around the other. */
  readonly nested: readonly (readonly [name: string, outer: Built, inner: Built])[]
}

/** @param testFile the `import.meta.url` of a file in the package's `test` */
export const loadBuilds = async <Built>(testFile: string): Promise<Builds<Built>> => {
  const esm = (await import(new URL('../dist/index.js', testFile).href)) as Built
  const commonJs = createRequire(testFile)('../dist/index.cjs') as Built
  return {
    esm,
    commonJs,
    nested: [
      ['ESM around CommonJS', esm, commonJs],
      ['CommonJS around ESM', commonJs, esm],
    ],
  }
}

/** @param names all that the package exports, in alphabetical order */
export const testExports = ({ esm, commonJs }: Builds<object>, names: readonly string[]): void => {
  test('both builds export the same', () => {
    expect(Object.keys(commonJs).sort()).toEqual(Object.keys(esm).sort())
    expect(Object.keys(esm).sort()).toEqual(names)
  })
}

/** What any file of either build imports, but for the build's own files. */
export const importsOfBuilds = (testFile: string): readonly string[] => {
  const dist = new URL('../dist/', testFile)
  const files = readdirSync(dist).filter((name) => /\.c?js$/.test(name))
  expect(files).toEqual(expect.arrayContaining(['index.cjs', 'index.js']))
  const imported = files.flatMap((name) => {
    const text = readFileSync(new URL(name, dist), 'utf8')
    return [...text.matchAll(/(?:\bfrom |\bimport |\brequire\()['"]([^'"]+)['"]/g)].map(
      ([, from = '']) => from,
    )
  })
  return [...new Set(imported.filter((from) => !from.startsWith('./')))].sort()
}
