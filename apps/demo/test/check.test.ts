import { calls, pages, shopPolicy } from '@cors/app-service'
import type { CorsRule } from '@cors/core'
import { describe, expect, test } from 'vitest'
import { type CheckOptions, check } from '../src/check/check.js'
import { type Service, services } from '../src/server/services.js'
import { chromium, inChromium } from './chromium.js'

const run = async (
  browser: CheckOptions['browser'],
  policy?: CorsRule,
  started: readonly Service[] = services,
): Promise<{ passed: boolean; text: string; wrong: readonly string[] }> => {
  let text = ''
  const print = (line: string): void => {
    text += `${line}\n`
  }
  const passed = await check({
    firstPort: 0,
    browser,
    print,
    services: started,
    ...(policy === undefined ? {} : { policy }),
  })
  return { passed, text, wrong: text.split('\n').filter((line) => line.startsWith('WRONG')) }
}

/** To one service. */
const count = calls.length * pages.length

/** Enough where differences between services are not the matter. */
const first = services.slice(0, 1)

/** For all ports of localhost: the demo's are not known before it runs. It covers the stranger's, too. */
const base: CorsRule = { ...shopPolicy('http://localhost:1'), origins: ['http://localhost:*'] }

const mistakes: readonly (readonly [mistake: string, policy: CorsRule, found: RegExp])[] = [
  ['strangers are let in', base, /WRONG {2}GET \/products .*may read 200/],
  [
    'nobody is listed',
    { ...base, origins: ['http://localhost:1'] },
    /WRONG {2}GET \/products .*may not read/,
  ],
  ['credentials are left out', { ...base, credentials: false }, /WRONG {2}GET \/me .*allow-credentials/],
  ['a method is left out', { ...base, methods: ['DELETE'] }, /WRONG {2}PUT \/products\/2.*PUT is not in/],
  ['a method too many', { ...base, methods: ['PUT', 'DELETE', 'PATCH'] }, /WRONG {2}PATCH .*may read 404/],
  [
    'a header is left out',
    { ...base, allowedHeaders: ['If-None-Match'] },
    /WRONG {2}POST \/login.*content-type/,
  ],
  ['a header too many', { ...base, allowedHeaders: '*' }, /WRONG {2}GET \/products, X-Debug.*may read 200/],
  ['nothing is exposed', { ...base, exposedHeaders: [] }, /expected etag, location, and it was none/],
  ['too much is exposed', { ...base, exposedHeaders: ['X-Served-By'] }, /it was x-served-by/],
  ['preflights are not kept', { ...base, maxAge: 0 }, /preflight: expected none, and it was sent/],
]

const passes = async (browser: CheckOptions['browser'], name: RegExp): Promise<void> => {
  const { passed, text, wrong } = await run(browser)
  expect(wrong).toEqual([])
  expect(passed).toBe(true)
  expect(text).toMatch(name)
  expect(text.split('\n').filter((line) => line.startsWith('ok '))).toHaveLength(count * services.length)
  expect(text).toMatch(/\n\d{4} requests to each of \d apps, no difference: /)
  expect(text).toContain(`\nAll ${count * services.length} calls, made by `)
}

const fails = async (browser: CheckOptions['browser'], policy: CorsRule, found: RegExp): Promise<void> => {
  const { passed, text } = await run(browser, policy, first)
  expect(passed).toBe(false)
  expect(text).toMatch(found)
  expect(text).toMatch(new RegExp(`\\n\\d+ of ${count} calls, made by .*, did not go as the policies mean`))
}

describe('with the model', () => {
  const model = { model: 'the test asks for it' }

  test('all calls go as the policies mean', () => passes(model, /^The calls are made by the model/))

  test.each(mistakes)('it fails where %s', (_mistake, policy, found) => fails(model, policy, found))
})

describe.skipIf(chromium === undefined)(inChromium, () => {
  const browser = { chromium: chromium ?? '' }

  test('all calls go as the policies mean', () => passes(browser, /^The calls are made by Chromium \d/))

  // Those that a browser finds in different places: reading, permission, the CORS-preflight cache.
  const some = ['strangers are let in', 'a method is left out', 'preflights are not kept']
  test.each(mistakes.filter(([mistake]) => some.includes(mistake)))(
    'it fails where %s',
    (_mistake, policy, found) => fails(browser, policy, found),
  )
})

test('a Chromium that does not start is said, and the model takes over', async () => {
  const { passed, text } = await run({ chromium: process.execPath }, undefined, first)
  expect(passed).toBe(true)
  expect(text).toMatch(/^The calls are made by the model of the browser’s half: .* does not start \(/)
})

test('the table shows what came back', async () => {
  const { text } = await run({ model: 'the test asks for it' }, undefined, first)
  expect(text).toMatch(/\nok {2}PUT \/products\/2, .* 204 \[2\] +200 \[1\] +may read 200, etag\n/)
  expect(text).toMatch(
    /\n\[2\] access-control-allow-origin: http:\/\/localhost:\d+\n {4}access-control-allow-credentials: true\n/,
  )
})
