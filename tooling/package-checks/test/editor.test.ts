import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { type Consumer, createConsumer } from '../consumer.js'
import { FUNCTIONS } from '../editor/functions.js'
import { diagnostic, PROGRAMS } from '../editor/list-of-origins.js'
import { messagesByLine, programOf } from '../editor/program.js'

const { resolve } = createRequire(import.meta.url)
const compilers = ['typescript-5.9', 'typescript-6.0', 'typescript-7.0']

const programs = FUNCTIONS.map(({ imports, call, refused, accepted }, index) => ({
  file: `editor-${index}.mts`,
  ...programOf(imports, [...refused.map(([literal]) => literal), ...accepted].map(call)),
}))

let consumer: Consumer
beforeAll(async () => {
  consumer = await createConsumer(inject('archives'))
  for (const { file, text } of programs) consumer.write(join('editor', file), text)
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022'],
    module: 'NodeNext',
    types: ['node'],
    strict: true,
    exactOptionalPropertyTypes: true,
    skipLibCheck: true,
    noEmit: true,
    experimentalDecorators: true,
  }
  consumer.write('tsconfig.editor.json', JSON.stringify({ compilerOptions, include: ['editor/*.mts'] }))
})
afterAll(() => consumer?.remove())

/** Everything that the compiler says; it must say something. */
const compile = (compiler: string): string => {
  const tsc = join(resolve(`${compiler}/package.json`), '../bin/tsc')
  try {
    return consumer.node(tsc, '-p', 'tsconfig.editor.json', '--pretty', 'false')
  } catch (error) {
    return (error as Error).message
  }
}

describe.each(compilers)('What the editor says, with %s', (compiler) => {
  let output = ''
  beforeAll(() => {
    output = compile(compiler)
  })

  test.each(FUNCTIONS.map((each, index) => [each.name, each, programs[index]] as const))(
    '%s',
    (_, each, program) => {
      const messages = messagesByLine(output, program?.file ?? '')
      const said = (program?.calls ?? []).map(({ line, text }) => [text, messages.get(line) ?? ''] as const)
      const { refused, accepted } = each
      // A literal that is refused, and the message says what to write.
      for (const [index, [, ...says]] of refused.entries()) {
        const [text, message] = said[index] ?? []
        for (const part of says) expect([text, message]).toEqual([text, expect.stringContaining(part)])
      }
      // A literal that is accepted, and nothing else is wrong with the program.
      expect(said.slice(refused.length).filter(([, message]) => message !== '')).toEqual([])
      const lines = new Set(program?.calls.map(({ line }) => line))
      expect([...messages.keys()].filter((line) => line >= 0 && !lines.has(line))).toEqual([])
      expect(accepted.length).toBeGreaterThan(10)
    },
  )
})

// See docs/decisions/0014-checked-literals-cost-little.md for what it means in time.
test.each(['typescript-5.9', 'typescript-6.0'])(
  'A list of 200 origins costs few instantiations, with %s',
  (compiler) => {
    const tsc = join(resolve(`${compiler}/package.json`), '../bin/tsc')
    const instantiations = (name: keyof typeof PROGRAMS): number => {
      consumer.write(`${name}.mts`, PROGRAMS[name])
      const options = ['--strict', '--noEmit', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2022']
      const output = consumer.node(tsc, ...options, '--types', 'node', '--extendedDiagnostics', `${name}.mts`)
      return diagnostic(output, 'Instantiations')
    }
    const [checked, unchecked] = [instantiations('checked'), instantiations('unchecked')]
    // About 25 a member. The compiler gives up at five million.
    expect(checked - unchecked).toBeLessThan(200 * 60)
    expect(checked).toBeGreaterThan(unchecked)
  },
)

test('At least 60 of each kind', () => {
  const [createCorsPolicy] = FUNCTIONS
  expect(createCorsPolicy?.refused.length).toBeGreaterThanOrEqual(60)
  expect(createCorsPolicy?.accepted.length).toBeGreaterThanOrEqual(60)
})
