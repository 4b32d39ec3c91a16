import { describe, expect, it } from 'vitest'
import { BrowserModel, type CredentialsMode, type HeaderField } from '../../src/browser-model/index.js'
import { network, reasonOf } from './server.js'

const origin = 'https://rabbit.invalid'

const fetchWith = async (credentials: CredentialsMode, headers: readonly HeaderField[]): Promise<string> => {
  const { send } = network(() => ({ status: 200, headers }))
  return reasonOf(
    await new BrowserModel({ send }).fetch({ origin, url: 'https://api.invalid/', credentials }),
  )
}

const allow = (value: string): HeaderField => ['Access-Control-Allow-Origin', value]
const credentials = (value: string): HeaderField => ['Access-Control-Allow-Credentials', value]

describe("the standard's table of credentials and origins", () => {
  it.each<[CredentialsMode, HeaderField[], string]>([
    ['omit', [allow('*')], 'readable'],
    ['omit', [allow('*'), credentials('true')], 'readable'],
    ['omit', [allow('https://rabbit.invalid/')], 'allow-origin-mismatch'],
    ['omit', [allow('https://rabbit.invalid')], 'readable'],
    ['include', [allow('*'), credentials('true')], 'allow-origin-any-with-credentials'],
    ['include', [allow('https://rabbit.invalid'), credentials('true')], 'readable'],
    ['include', [allow('https://rabbit.invalid'), credentials('True')], 'allow-credentials-missing'],
  ])('%s %j: %s', async (mode, headers, expected) => {
    expect(await fetchWith(mode, headers)).toBe(expected)
  })
})

describe('values are compared byte by byte', () => {
  it.each<[CredentialsMode, HeaderField[], string]>([
    ['same-origin', [allow('*')], 'readable'],
    ['same-origin', [], 'allow-origin-missing'],
    ['same-origin', [allow('')], 'allow-origin-mismatch'],
    ['same-origin', [allow('null')], 'allow-origin-mismatch'],
    ['same-origin', [allow('HTTPS://RABBIT.INVALID')], 'allow-origin-mismatch'],
    ['same-origin', [allow('https://rabbit.invalid:443')], 'allow-origin-mismatch'],
    ['same-origin', [allow(origin), allow(origin)], 'allow-origin-mismatch'],
    ['same-origin', [allow('*'), allow('*')], 'allow-origin-mismatch'],
    ['same-origin', [allow('*, *')], 'allow-origin-mismatch'],
    ['same-origin', [allow(`${origin}, https://b.invalid`)], 'allow-origin-mismatch'],
    ['include', [allow(origin)], 'allow-credentials-missing'],
    ['include', [allow(origin), credentials('1')], 'allow-credentials-missing'],
    ['include', [allow(origin), credentials('true'), credentials('true')], 'allow-credentials-missing'],
  ])('%s %j: %s', async (mode, headers, expected) => {
    expect(await fetchWith(mode, headers)).toBe(expected)
  })
})

it('an opaque origin is the word null', async () => {
  const { send, sent } = network(() => ({ status: 200, headers: [allow('null')] }))
  const outcome = await new BrowserModel({ send }).fetch({ origin: 'null', url: 'https://api.invalid/' })
  expect(reasonOf(outcome)).toBe('readable')
  expect(sent[0]?.headers).toContainEqual(['Origin', 'null'])
})
