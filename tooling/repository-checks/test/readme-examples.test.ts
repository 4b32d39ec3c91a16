import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../..')

interface Example {
  /** The folder from which it is compiled: with what a user of that package has installed. */
  readonly folder: string
  readonly text: string
}

/** The TypeScript of the README, each with the folder that stands before it in a comment. */
const examplesOf = (readme: string): readonly Example[] =>
  [...readme.matchAll(/(?:<!-- example: (\S+) -->\n)?```ts\n([\s\S]*?)```/g)].map(
    ([, folder = 'packages/core', text = '']) => ({ folder, text }),
  )

const options: ts.CompilerOptions = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  skipLibCheck: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  experimentalDecorators: true,
  types: [],
}

/** What the compiler says of an example, as if it were a file of that package. */
const mistakesIn = ({ folder, text }: Example): readonly string[] => {
  const path = join(root, folder, 'readme-example.ts')
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (name) => name === path || fileExists(name)
  host.readFile = (name) => (name === path ? text : readFile(name))
  host.getSourceFile = (name, languageVersion) =>
    name === path ? ts.createSourceFile(name, text, languageVersion) : getSourceFile(name, languageVersion)
  return ts
    .getPreEmitDiagnostics(ts.createProgram([path], options, host))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))
}

describe('the examples of the README', () => {
  const examples = examplesOf(readFileSync(join(root, 'README.md'), 'utf8'))

  it('are found', () => expect(examples.length).toBeGreaterThanOrEqual(8))

  it.each(examples)('compile: $folder', (example) => expect(mistakesIn(example)).toEqual([]))

  it('would be refused if they were wrong', () => {
    const text =
      "import { createCorsPolicy } from '@cors/core'\ncreateCorsPolicy({ origins: ['https://A.example'] })\n"
    expect(mistakesIn({ folder: 'packages/core', text }).join()).toContain("Write 'https://a.example'")
  })
})
