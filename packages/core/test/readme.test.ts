import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '..')
const examples = [...readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/```ts\n([\s\S]*?)```/g)].map(
  ([, text = '']) => text,
)

const options: ts.CompilerOptions = {
  strict: true,
  skipLibCheck: true,
  exactOptionalPropertyTypes: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  types: [],
}

const wrong =
  "import { createCorsPolicy } from '@cors/core'\ncreateCorsPolicy({ origins: ['https://A.example'] })\n"

/** What the compiler says of each text, as if it were a file of this package. One program: the libraries are slow. */
const mistakesIn = (texts: readonly string[]): readonly (readonly string[])[] => {
  const files = new Map(texts.map((text, index) => [join(folder, `example-${index}.mts`), text]))
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists, readFile } = host
  host.fileExists = (name) => files.has(name) || fileExists(name)
  host.readFile = (name) => files.get(name) ?? readFile(name)
  host.getSourceFile = (name, languageVersion) => {
    const text = files.get(name)
    return text === undefined
      ? getSourceFile(name, languageVersion)
      : ts.createSourceFile(name, text, languageVersion)
  }
  const program = ts.createProgram([...files.keys()], { ...options, noEmit: true }, host)
  return [...files.keys()].map((name) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n')),
  )
}

/** What it prints, run from here, with what was built. */
const outputOf = (text: string): string => {
  const { outputText } = ts.transpileModule(text, { compilerOptions: options, fileName: 'example.mts' })
  return execFileSync(process.execPath, ['--input-type=module', '--eval', outputText], {
    cwd: folder,
    encoding: 'utf8',
  })
}

/** `console.log(…) // what it prints`. */
const promisedBy = (text: string): readonly string[] =>
  [...text.matchAll(/^console\.log\(.*\) \/\/ (.*)$/gm)].map(([, value = '']) => value)

describe('The examples of the README', () => {
  it('are found, with what they print', () => {
    expect(examples.length).toBeGreaterThanOrEqual(4)
    expect(examples.flatMap(promisedBy).length).toBeGreaterThanOrEqual(4)
  })

  it('compile, and would be refused if they were wrong', () => {
    const [ofWrong = [], ...others] = mistakesIn([wrong, ...examples])
    expect(others).toEqual(examples.map(() => []))
    expect(ofWrong.join()).toContain("Write 'https://a.example'")
  })

  it.each(examples)('print what they say: %#', (text) => {
    const promised = promisedBy(text)
    expect(outputOf(text).split('\n').slice(0, promised.length)).toEqual(promised)
  })
})

describe('The codes of errors', () => {
  it('stand in the README, each with what it means, and no others', () => {
    const source = readFileSync(join(folder, 'src/config/config-error.ts'), 'utf8')
    const codes = [...source.matchAll(/^ {2}\| '([a-z-]+)'$/gm)].map(([, code]) => code)
    const section = readFileSync(join(folder, 'README.md'), 'utf8')
      .split(/^## /m)
      .find((text) => text.startsWith('Errors'))
    const rows = [...(section ?? '').matchAll(/^\| `([a-z-]+)` +\| \S.* \|$/gm)].map(([, code]) => code)
    expect(codes.length).toBeGreaterThan(20)
    expect(rows).toEqual(codes)
  })
})
