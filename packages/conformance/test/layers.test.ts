import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const source = new URL('../src/', import.meta.url).pathname

const importsOf = (folder: string): readonly string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(source, folder, name), 'utf8').matchAll(/ from '([^']+)'/g)])
    .map(([, from = '']) => from)

// It runs in browsers, too.
it("the model of the browser's half imports nothing but itself", () => {
  const imports = importsOf('browser')
  expect(imports.length).toBeGreaterThan(20)
  expect(imports.filter((from) => !/^\.\/[a-z-]+\.js$/.test(from))).toEqual([])
})

it('only the runner opens sockets', () => {
  for (const folder of ['browser', 'cases', 'routes']) {
    expect(importsOf(folder).filter((from) => from.startsWith('node:'))).toEqual([])
  }
})
