import { expect, test } from 'vitest'
import { forPnpm } from '../pnpm.mjs'
import { unreachable } from '../registry.mjs'

const said = (code: string, rest = ''): string => `npm error code ${code}\nnpm error errno ${code}\n${rest}`

test('an answer', () => {
  expect(unreachable(0, '')).toBeUndefined()
})

test.each(['E404', 'E401', 'E403', 'E405'])('%s is an answer, too: not each registry knows ping', (code) => {
  expect(unreachable(1, said(code))).toBeUndefined()
})

test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'E502', 'E503', 'E407', 'SELF_SIGNED_CERT_IN_CHAIN'])(
  '%s is none',
  (code) => {
    expect(unreachable(1, said(code))).toBe(code)
  },
)

test('silence is none', () => {
  const silence = said('FETCH_ERROR', 'npm error network timeout at: http://127.0.0.1/-/ping')
  expect(unreachable(1, silence)).toBe('no answer within 5 s')
  expect(unreachable(1, '')).toBe('no answer')
})

test('an older npm says it in capitals', () => {
  expect(unreachable(1, 'npm ERR! code ENOTFOUND\n')).toBe('ENOTFOUND')
})

test("npm's registry is handed to pnpm under pnpm's name", () => {
  expect(
    forPnpm({ npm_config_registry: 'https://registry.example/', npm_config_proxy: '', HOME: '/x' }),
  ).toEqual({
    pnpm_config_registry: 'https://registry.example/',
  })
})
