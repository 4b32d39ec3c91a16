import { expect, it } from 'vitest'
import {
  BrowserModel,
  type BrowserRequest,
  chromiumEngine,
  type Engine,
  firefoxEngine,
} from '../../src/browser-model/index.js'
import { network, response } from './server.js'

const origin = 'https://app.invalid'
const url = 'https://api.invalid/x'
const put: BrowserRequest = { origin, url, method: 'PUT' }

interface Subject {
  /** Was a preflight sent for it? */
  readonly preflights: (request: Partial<BrowserRequest>) => Promise<boolean>
  readonly wait: (seconds: number) => void
  /** What servers say from now on. */
  readonly answer: (headers: Record<string, string>) => void
}

const subject = (headers: Record<string, string>, engine?: Engine): Subject => {
  let now = 0
  let current = headers
  const { send, sent } = network(({ headers: fields }) => {
    const own = fields.find(([name]) => name === 'Origin')?.[1] ?? ''
    return response(204, {
      'access-control-allow-origin': own,
      'access-control-allow-credentials': 'true',
      ...current,
    })
  })
  const model = new BrowserModel({ send, now: () => now, ...(engine && { engine }) })
  return {
    wait: (seconds) => {
      now += seconds * 1000
    },
    answer: (next) => {
      current = next
    },
    preflights: async (request) => {
      sent.length = 0
      await model.fetch({ ...put, ...request })
      return sent[0]?.kind === 'preflight'
    },
  }
}

const methods = 'access-control-allow-methods'
const names = 'access-control-allow-headers'
const maxAge = 'access-control-max-age'

it.each<[string, string | undefined, number, Engine | undefined]>([
  ['by default for 5 s', undefined, 5, undefined],
  ['as long as told', '600', 600, undefined],
  ['for 5 s when that does not parse', '6oo', 5, undefined],
  ['for 2 hours at most in Chromium', '86400', 7_200, chromiumEngine],
  ['for a day at most in Firefox', '999999', 86_400, firefoxEngine],
])('keeps an answer %s', async (_, age, seconds, engine) => {
  const { preflights, wait } = subject(
    { [methods]: 'PUT', ...(age !== undefined && { [maxAge]: age }) },
    engine,
  )
  expect(await preflights({})).toBe(true)
  wait(seconds - 0.001)
  expect(await preflights({})).toBe(false)
  wait(0.001)
  expect(await preflights({})).toBe(true)
})

it('keeps nothing with a max-age of 0', async () => {
  const { preflights } = subject({ [methods]: 'PUT', [maxAge]: '0' })
  expect(await preflights({})).toBe(true)
  expect(await preflights({})).toBe(true)
})

it('knows every listed method and header after one preflight', async () => {
  const { preflights } = subject({ [methods]: 'GET, HEAD, POST, PUT, DELETE', [names]: 'x-a, X-B' })
  expect(await preflights({})).toBe(true)
  expect(await preflights({ method: 'DELETE' })).toBe(false)
  expect(await preflights({ headers: [['X-b', '1']] })).toBe(false)
  expect(await preflights({ method: 'POST', uploadListener: true })).toBe(false)
  expect(await preflights({ headers: [['x-c', '1']] })).toBe(true)
})

it('is keyed by origin, URL and credentials', async () => {
  const { preflights } = subject({ [methods]: 'PUT' })
  expect(await preflights({ url: `${url}#a` })).toBe(true)
  expect(await preflights({ url: `${url}#b` })).toBe(false)
  expect(await preflights({ url: `${url}?` })).toBe(true)
  expect(await preflights({ origin: 'https://b.invalid' })).toBe(true)
  expect(await preflights({ credentials: 'include' })).toBe(true)
})

it('an answer for credentials serves without them', async () => {
  const { preflights } = subject({ [methods]: 'PUT' })
  expect(await preflights({ credentials: 'include' })).toBe(true)
  expect(await preflights({ credentials: 'omit' })).toBe(false)
})

it('an asterisk serves every method and header but Authorization, and never with credentials', async () => {
  const { preflights } = subject({ [methods]: '*', [names]: '*, authorization' })
  expect(await preflights({ method: '*', credentials: 'include' })).toBe(true)
  expect(await preflights({ credentials: 'include' })).toBe(true)
  const open = subject({ [methods]: '*', [names]: '*' })
  expect(await open.preflights({})).toBe(true)
  expect(await open.preflights({ method: 'DELETE', headers: [['x-a', '']] })).toBe(false)
  expect(await open.preflights({ headers: [['authorization', '']] })).toBe(true)
})

it('forgets the URL when the answer to the request itself is refused', async () => {
  const { preflights, answer } = subject({ [methods]: 'PUT' })
  expect(await preflights({})).toBe(true)
  answer({ 'access-control-allow-origin': 'https://elsewhere.invalid' })
  expect(await preflights({})).toBe(false)
  answer({ [methods]: 'PUT' })
  expect(await preflights({})).toBe(true)
})
