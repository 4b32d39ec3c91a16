import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const pathOf = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const expected = [
  ['/items/list', 'https://app.example'],
  ['/items/list', null],
  ['/items/own', null],
  ['/items/own', 'https://partner.example'],
]

test.each(['app.mjs', 'app.cjs'])('what is published works in %s', async (fixture) => {
  const { stdout } = await promisify(execFile)(process.execPath, [pathOf(`fixtures/${fixture}`)])
  expect(JSON.parse(stdout)).toEqual({
    sameError: true,
    platforms: { ExpressAdapter: expected, FastifyAdapter: expected },
  })
})

test('neither platform is imported', () => {
  const dist = pathOf('../../dist')
  const modules = readdirSync(dist).filter((name) => /\.c?js$/.test(name))
  expect(modules.length).toBeGreaterThan(1)
  const imports = modules.flatMap((name) => [
    ...readFileSync(`${dist}/${name}`, 'utf8').matchAll(
      /(?:from|require\(|import\(|import) ?["']([^"']+)["']/g,
    ),
  ])
  expect([...new Set(imports.map(([, specifier]) => specifier))].sort()).toEqual([
    '@cors/core',
    '@cors/core/adapter',
    '@nestjs/common',
    '@nestjs/core',
    'http',
    'path-to-regexp',
    'reflect-metadata',
  ])
})
