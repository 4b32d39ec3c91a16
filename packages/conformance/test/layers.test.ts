import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const source = new URL('../src/', import.meta.url).pathname

const importsOf = (folder: string): readonly string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(join(source, folder, name), 'utf8').matchAll(/ from '([^']+)'/g)])
    .map(([, from = '']) => from)

// It runs in browsers, too. What the core's model may import is held by the core's layer test.
it("the model of the browser's half is the core's, alone", () => {
  expect(importsOf('browser')).toEqual(['@cors/core/browser-model'])
})

it('only the runner opens sockets', () => {
  for (const folder of ['browser', 'cases', 'routes']) {
    expect(importsOf(folder).filter((from) => from.startsWith('node:'))).toEqual([])
  }
})
