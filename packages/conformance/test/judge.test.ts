import { expect, it } from 'vitest'
import type { Expected, HeaderField, Observed } from '../src/index.js'
import { judge } from '../src/index.js'

const origin = 'https://a.example'

const expected: Expected = {
  status: 200,
  headers: { 'access-control-allow-origin': origin },
  vary: ['Origin'],
  handler: 'ran',
  body: 'ok',
}

const headers: readonly HeaderField[] = [
  ['Access-Control-Allow-Origin', origin],
  ['Vary', 'Accept-Encoding, origin'],
  ['X-Handler', 'ran'],
]

interface Got {
  readonly status?: number
  readonly headers?: readonly HeaderField[]
  readonly body?: string
  readonly handlerRuns?: number | undefined
}

const observed = ({ status = 200, body = 'ok', ...got }: Got): Observed => ({
  response: { statusLine: '', status, headers: got.headers ?? headers, body },
  handlerRuns: 'handlerRuns' in got ? got.handlerRuns : 1,
})

const without = (name: string): readonly HeaderField[] => headers.filter(([other]) => other !== name)

const differences = (got: Got, change: Partial<Expected> = {}): readonly string[] =>
  judge({ ...expected, ...change }, observed(got), ['accept-encoding'])

it('finds nothing where nothing differs', () => {
  expect(differences({})).toEqual([])
  expect(differences({ handlerRuns: undefined })).toEqual([])
  expect(differences({ status: 404 }, { status: [404, 405] })).toEqual([])
})

it.each<[string, Got, Partial<Expected>, string[]]>([
  ['status', { status: 204 }, {}, ['status: expected 200, got 204']],
  ['one of two', {}, { status: [404, 405] }, ['status: expected 404 or 405, got 200']],
  [
    'absent',
    { headers: without('Access-Control-Allow-Origin') },
    {},
    ['access-control-allow-origin: expected "https://a.example", got none'],
  ],
  [
    'another value',
    { headers: [...without('Access-Control-Allow-Origin'), ['access-control-allow-origin', '*']] },
    {},
    ['access-control-allow-origin: expected "https://a.example", got "*"'],
  ],
  [
    'twice',
    { headers: [...headers, ['access-control-allow-origin', origin]] },
    {},
    ['access-control-allow-origin: expected once, got "https://a.example" and "https://a.example"'],
  ],
  [
    'a header too many',
    { headers: [...headers, ['Access-Control-Foo', '']] },
    {},
    ['access-control-foo: expected none, got ""'],
  ],
  ['no Vary', { headers: without('Vary') }, {}, ['vary: expected origin, got none']],
  [
    'a member too many',
    { headers: [...headers, ['vary', 'Cookie']] },
    {},
    ['vary: did not expect cookie, got "accept-encoding, origin, cookie"'],
  ],
  [
    'a member twice',
    { headers: [...headers, ['vary', 'ORIGIN']] },
    {},
    ['vary: expected origin once, got "accept-encoding, origin, origin"'],
  ],
  [
    'the case of names',
    {},
    { fieldNames: ['access-control-allow-origin'] },
    ['field names: expected access-control-allow-origin, got Access-Control-Allow-Origin'],
  ],
  ['no run', { handlerRuns: 0 }, {}, ['handler: expected 1 run(s), got 0']],
  ['two runs', { handlerRuns: 2 }, {}, ['handler: expected 1 run(s), got 2']],
  ['no mark', { headers: without('X-Handler') }, {}, ['x-handler: expected "ran", got ""']],
  [
    'a run too many',
    {},
    { handler: 'not run' },
    ['handler: expected 0 run(s), got 1', 'x-handler: expected "", got "ran"'],
  ],
  ['a body', { body: '' }, {}, ['body: expected "ok", got ""']],
  [
    'the length of a 204',
    { status: 204, body: '', handlerRuns: 0, headers: [...without('X-Handler'), ['Content-Length', '0']] },
    { status: 204, body: '', handler: 'not run' },
    ['content-length: a 204 has none'],
  ],
])('tells %s', (_, got, change, expectedDifferences) => {
  expect(differences(got, change)).toEqual(expectedDifferences)
})

it('lets members stand beside * where the case says so', () => {
  const star: readonly HeaderField[] = [...without('Vary'), ['Vary', 'Accept, *']]
  expect(differences({ headers: star }, { vary: ['*'], mayVary: ['Accept'] })).toEqual([])
  expect(differences({ headers: star }, { vary: ['*'] })).toHaveLength(1)
})

it('asks for no mark of a handler that threw', () => {
  expect(differences({ headers: without('X-Handler') }, { handler: 'threw' })).toEqual([])
})
