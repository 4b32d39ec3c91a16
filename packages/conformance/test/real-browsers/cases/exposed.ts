import type { CredentialsMode } from '../../../src/index.js'
import { answer, type ExchangeCase, exposeHeaders, open, type Written } from '../exchange-case.js'

const lists: readonly Written[] = [
  ['absent'],
  ['empty', exposeHeaders('')],
  ['any', exposeHeaders('*')],
  ['one', exposeHeaders('x-a')],
  ['capital', exposeHeaders('X-A')],
  ['two', exposeHeaders('x-a, x-b')],
  ['two-lines', exposeHeaders('x-a'), exposeHeaders('x-b')],
  ['empty-elements', exposeHeaders(',x-a,, x-b ,')],
  ['any-and-one', exposeHeaders('*, x-a')],
  ['bad-token-after', exposeHeaders('x-a, @')],
  ['bad-token-before', exposeHeaders('x a, x-b')],
  ['bad-token-on-another-line', exposeHeaders('x-a'), exposeHeaders('b c')],
  ['quoted', exposeHeaders('"x-a"')],
  ['semicolons', exposeHeaders('x-a; x-b')],
  ['cookies', exposeHeaders('set-cookie, set-cookie2, x-a')],
  ['missing', exposeHeaders('x-c')],
  ['odd-name', ['ACCESS-CONTROL-EXPOSE-HEADERS', 'x-a']],
]

const modes: readonly CredentialsMode[] = ['omit', 'include']

export const exposedCases: readonly ExchangeCase[] = modes.flatMap((credentials) =>
  lists.map(([name, ...lines]) => ({
    id: `expose-${name}-${credentials}`,
    requests: [{ credentials }],
    answers: {
      'request a': answer(
        200,
        ...open,
        ['X-A', '  1 '],
        ['X-B', '2'],
        ['x-b', '3'],
        ['ETag', '"e"'],
        ['Set-Cookie', 'a=b'],
        ['Content-Language', 'de'],
        ['Content-Type', 'text/plain'],
        ['Expires', '0'],
        ['Last-Modified', 'Thu, 01 Jan 1970 00:00:00 GMT'],
        ['Pragma', 'no-cache'],
        ...lines,
      ),
    },
  })),
)
