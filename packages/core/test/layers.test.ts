import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { resolve, sourceFiles } from './support/source-files.js'

/**
 * Which layers a layer may load besides itself. Imports go down only: index or explain, policy, config, protocol,
 * origin, fetch-standard.
 */
const MAY_LOAD: Readonly<Record<string, readonly string[]>> = {
  index: ['reloadable-policy', 'policy', 'origins-from-env', 'config'],
  'reloadable-policy': ['policy', 'config'],
  'origins-from-env': ['config'],
  policy: ['config', 'protocol'],
  config: ['protocol', 'origin', 'fetch-standard', 'bounds'],
  protocol: ['origin', 'fetch-standard', 'bounds'],
  origin: ['fetch-standard', 'bounds'],
  'fetch-standard': [],
  bounds: [],
  // It tries the changes that it suggests: by a policy, and by the browser's half.
  explain: ['policy', 'config', 'protocol', 'origin', 'fetch-standard', 'bounds', 'browser-model'],
  // Not even the facts of the standard are shared: a model judges nothing if it repeats what it judges.
  'browser-model': [],
  // It reads the options that all adapters share, and compiles the configuration in them.
  adapter: ['policy', 'config', 'protocol', 'fetch-standard', 'bounds'],
}

/** What a layer may name, without loading it. */
const MAY_NAME: Readonly<Record<string, readonly string[]>> = {
  index: ['protocol'],
  'reloadable-policy': ['protocol'],
}

/** All that adapter/ takes of the protocol: the two types of the seam, and what kind a request is. */
const SEAM = ['protocol/cors-request.ts', 'protocol/cors-decision.ts']

const files = sourceFiles()
const paths = new Set(files.map(({ path }) => path))
const layerOf = (path: string): string => path.replace(/\/.*|\.ts$/g, '')
const edges = files.flatMap(({ path, imports }) =>
  imports.map(({ specifier, isType }) => ({ from: path, specifier, to: resolve(path, specifier), isType })),
)

describe('Imports within src/', () => {
  test('there are files and imports to judge', () => {
    expect(files.length).toBeGreaterThan(40)
    expect(edges.length).toBeGreaterThan(100)
  })

  test('each file is in a layer', () => {
    expect(files.map(({ path }) => layerOf(path)).filter((layer) => MAY_LOAD[layer] === undefined)).toEqual(
      [],
    )
  })

  test('nothing is imported but files of src/, by name: no node: module, no dependency', () => {
    const others = edges.filter(({ specifier, to }) => !/^\.\.?\/.*\.js$/.test(specifier) || !paths.has(to))
    expect(others).toEqual([])
  })

  test('imports go down only', () => {
    const wrong = edges.filter(({ from, to, isType }) => {
      const [upper, lower] = [layerOf(from), layerOf(to)]
      const named = isType ? (MAY_NAME[upper] ?? []) : []
      return upper !== lower && ![...(MAY_LOAD[upper] ?? []), ...named].includes(lower)
    })
    expect(wrong).toEqual([])
  })

  test('adapter/ knows only the seam of the protocol', () => {
    const wrong = edges.filter(
      ({ from, to }) => layerOf(from) === 'adapter' && layerOf(to) === 'protocol' && !SEAM.includes(to),
    )
    expect(wrong).toEqual([])
  })

  test('nothing else loads the explanations or the model: a bundle without them stays small', () => {
    const wrong = edges.filter(({ from, to }) => {
      const [upper, lower] = [layerOf(from), layerOf(to)]
      return upper !== lower && (lower === 'explain' || (lower === 'browser-model' && upper !== 'explain'))
    })
    expect(wrong).toEqual([])
  })

  test('there is no circle', () => {
    const circles: string[][] = []
    const done = new Set<string>()
    const visit = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) {
        circles.push([...trail.slice(trail.indexOf(path)), path])
        return
      }
      if (done.has(path)) return
      for (const { from, to } of edges) if (from === path) visit(to, [...trail, path])
      done.add(path)
    }
    for (const path of paths) visit(path, [])
    expect(circles).toEqual([])
  })
})

/** Regular expressions, and the functions of a text that make one of what they get. */
const regularExpressions = (tree: ts.SourceFile): string[] => {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const isFunction =
      ts.isPropertyAccessExpression(node) &&
      /^(match|matchAll|search|replace|replaceAll|exec|test)$/.test(node.name.text)
    const isClass = ts.isIdentifier(node) && node.text === 'RegExp'
    if (isFunction || isClass || ts.isRegularExpressionLiteral(node)) {
      found.push(isFunction ? node.name.text : node.getText(tree))
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

describe('No regular expression runs over request input', () => {
  test('protocol/ and origin/ have none', () => {
    const reading = files.filter(({ path }) => /^(protocol|origin)\//.test(path))
    expect(reading.length).toBeGreaterThan(10)
    expect(reading.flatMap(({ tree }) => regularExpressions(tree))).toEqual([])
  })

  test('the search finds them', () => {
    const text = "const a = /x/; 'b'.match('c'); new RegExp('d'); 'e'.replace('f', 'g') // /h/"
    const tree = ts.createSourceFile('x.ts', text, ts.ScriptTarget.ES2022, true)
    expect(regularExpressions(tree)).toEqual(['/x/', 'match', 'RegExp', 'replace'])
  })
})
