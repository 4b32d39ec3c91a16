import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import * as adapter from '../src/adapter/index.js'
import * as browserModel from '../src/browser-model/index.js'
import * as explain from '../src/explain/index.js'
import * as core from '../src/index.js'
import { SOURCE } from './support/source-files.js'

const values = (exports: object): Record<string, string> =>
  Object.fromEntries(Object.entries(exports).map(([name, value]) => [name, typeof value]))

const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  exactOptionalPropertyTypes: true,
}

/** Each exported name as it is declared, without comments: a change of the public types shows in the diff. */
const declarations = (entry: string): string => {
  const path = join(SOURCE, entry)
  const program = ts.createProgram([path], options)
  const checker = program.getTypeChecker()
  const printer = ts.createPrinter({ removeComments: true })
  const module = checker.getSymbolAtLocation(program.getSourceFile(path) as ts.SourceFile)
  const exported = checker.getExportsOfModule(module as ts.Symbol).sort((a, b) => (a.name < b.name ? -1 : 1))
  return exported
    .map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
      const declaration = target.declarations?.[0] as ts.Declaration
      if (ts.isInterfaceDeclaration(declaration) || ts.isTypeAliasDeclaration(declaration)) {
        return printer.printNode(ts.EmitHint.Unspecified, declaration, declaration.getSourceFile())
      }
      const type = checker.getTypeOfSymbolAtLocation(target, declaration)
      if (ts.isClassDeclaration(declaration)) {
        const members = checker
          .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(target))
          .map(({ name }) => name)
        return `class ${symbol.name} { ${members.join(', ')} }`
      }
      return `const ${symbol.name}: ${checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation)}`
    })
    .join('\n\n')
}

describe('The public surface', () => {
  test('has these entries', () => {
    expect(Object.keys(manifest.exports)).toMatchSnapshot()
  })

  test("'.' exports these values", () => {
    expect(values(core)).toMatchSnapshot()
  })

  test("'./adapter' exports these values", () => {
    expect(values(adapter)).toMatchSnapshot()
  })

  test("'./explain' exports these values", () => {
    expect(values(explain)).toMatchSnapshot()
  })

  test("'./browser-model' exports these values", () => {
    expect(values(browserModel)).toMatchSnapshot()
  })

  test("'.' declares these types", () => {
    expect(declarations('index.ts')).toMatchSnapshot()
  })

  test("'./adapter' declares these types", () => {
    expect(declarations('adapter/index.ts')).toMatchSnapshot()
  })

  test("'./explain' declares these types", () => {
    expect(declarations('explain/index.ts')).toMatchSnapshot()
  })

  test("'./browser-model' declares these types", () => {
    expect(declarations('browser-model/index.ts')).toMatchSnapshot()
  })
})
