import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

export const SOURCE = join(dirname(fileURLToPath(import.meta.url)), '../../src')

export interface Import {
  readonly specifier: string
  /** Erased by the compiler: nothing is loaded. */
  readonly isType: boolean
}

export interface SourceFile {
  /** From src/, with slashes. */
  readonly path: string
  readonly imports: readonly Import[]
  readonly tree: ts.SourceFile
}

const isTypeOnly = (node: ts.ImportDeclaration | ts.ExportDeclaration): boolean => {
  if (ts.isExportDeclaration(node)) {
    const named =
      node.exportClause !== undefined && ts.isNamedExports(node.exportClause)
        ? node.exportClause.elements
        : []
    return node.isTypeOnly || (named.length > 0 && named.every((element) => element.isTypeOnly))
  }
  const clause = node.importClause
  if (clause === undefined) return false
  const bindings = clause.namedBindings
  const named = bindings !== undefined && ts.isNamedImports(bindings) ? bindings.elements : []
  const allTypes =
    clause.name === undefined && named.length > 0 && named.every((element) => element.isTypeOnly)
  return clause.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes
}

const importsOf = (tree: ts.SourceFile): Import[] => {
  const imports: Import[] = []
  const visit = (node: ts.Node): void => {
    if (
      (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
      node.moduleSpecifier !== undefined
    ) {
      imports.push({ specifier: (node.moduleSpecifier as ts.StringLiteral).text, isType: isTypeOnly(node) })
    }
    if (ts.isImportTypeNode(node))
      imports.push({ specifier: node.argument.getText(tree).slice(1, -1), isType: true })
    const isLoading = ts.isCallExpression(node) && /^(import|require)$/.test(node.expression.getText(tree))
    if (isLoading) imports.push({ specifier: node.arguments[0]?.getText(tree) ?? '', isType: false })
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return imports
}

/** Every file of src/, parsed. */
export const sourceFiles = (): SourceFile[] =>
  readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(SOURCE, path), 'utf8')
      const tree = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
      return { path, imports: importsOf(tree), tree }
    })

/** The file that a relative import names, from src/. */
export const resolve = (from: string, specifier: string): string =>
  posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts')
