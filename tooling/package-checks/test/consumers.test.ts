import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Consumer, createConsumer } from '../consumer.js'
import { publicPackages } from '../public-packages.js'

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))
const fixtureFiles = readdirSync(fixtures).flatMap((folder) =>
  readdirSync(join(fixtures, folder)).map((file) => join(folder, file)),
)
const { resolve } = createRequire(import.meta.url)

// The oldest that is asked for, the one that builds the packages, and the native one.
const compilers = ['typescript-5.9', 'typescript-6.0', 'typescript-7.0']
const tsc = (compiler: string): string => join(resolve(`${compiler}/package.json`), '../bin/tsc')

const common = { target: 'ES2022', lib: ['ES2022'], strict: true, exactOptionalPropertyTypes: true }
const configurations = {
  node: {
    compilerOptions: {
      ...common,
      module: 'NodeNext',
      types: ['node'],
      skipLibCheck: true,
      outDir: 'out',
      rootDir: 'fixtures',
    },
    include: ['fixtures/**/*.mts', 'fixtures/**/*.cts'],
  },
  bundler: {
    compilerOptions: {
      ...common,
      module: 'ESNext',
      moduleResolution: 'bundler',
      types: ['node'],
      skipLibCheck: true,
      noEmit: true,
    },
    include: ['fixtures/**/*.mts'],
  },
  // What TypeScript before 6 takes for CommonJS by itself. TypeScript 7 has it no more.
  node10: {
    compilerOptions: {
      ...common,
      module: 'CommonJS',
      moduleResolution: 'node10',
      types: ['node'],
      skipLibCheck: true,
      noEmit: true,
    },
    include: ['fixtures/**/*.cts'],
  },
  portable: {
    compilerOptions: { ...common, module: 'ESNext', moduleResolution: 'bundler', types: [], noEmit: true },
    include: ['fixtures/core/portable.ts'],
  },
}

let consumer: Consumer
beforeAll(async () => {
  consumer = await createConsumer(inject('archives'))
  for (const file of fixtureFiles) {
    consumer.write(join('fixtures', file), readFileSync(join(fixtures, file), 'utf8'))
  }
  for (const [name, configuration] of Object.entries(configurations)) {
    consumer.write(`tsconfig.${name}.json`, JSON.stringify(configuration))
  }
})
afterAll(() => consumer?.remove())

describe.each(compilers)('with %s', (compiler) => {
  const known = Object.keys(configurations).filter(
    (name) => name !== 'node10' || compiler === 'typescript-5.9',
  )
  test.each(known)('the types hold: %s', (name) => {
    expect(consumer.node(tsc(compiler), '-p', `tsconfig.${name}.json`)).toBe('')
  })
})

describe('what the compiler made of the fixtures runs', () => {
  const compiled = fixtureFiles
    .filter((file) => /\.[mc]ts$/.test(file))
    .map((file) => file.replace(/ts$/, 'js'))
  beforeAll(() => void consumer.node(tsc('typescript-6.0'), '-p', 'tsconfig.node.json'))
  test.each(compiled)('%s', (file) => {
    expect(consumer.node(join('out', file))).toBe('')
  })
})

describe('plain scripts run', () => {
  test.each(fixtureFiles.filter((file) => file.endsWith('.cjs')))('%s', (file) => {
    expect(consumer.node(join('fixtures', file))).toBe('')
  })
})

describe('require gives each name that import gives', () => {
  const entries = publicPackages.flatMap(({ folder, name }) => {
    const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { exports: object }
    return Object.keys(exports)
      .filter((entry) => entry !== './package.json')
      .map((entry) => name + entry.slice(1))
  })
  test.each(entries)('%s', (entry) => {
    const print = 'console.log(JSON.stringify(Object.keys(all).sort()))'
    consumer.write('names.mjs', `import * as all from '${entry}'; ${print}`)
    consumer.write('names.cjs', `const all = require('${entry}'); ${print}`)
    const imported = JSON.parse(consumer.node('names.mjs'))
    expect(imported.length).toBeGreaterThan(0)
    expect(JSON.parse(consumer.node('names.cjs'))).toEqual(expect.arrayContaining(imported))
  })
})
