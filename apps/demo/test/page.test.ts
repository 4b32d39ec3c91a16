import { calls } from '@cors/app-service'
import { type BrowserName, installedBrowser, launchBrowser, titleIn } from '@cors/browsers'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Demo } from '../src/server/demo.js'
import { startDemo } from '../src/server/demo.js'
import { services } from '../src/server/services.js'

/** Each call, to each service. */
const count = calls.length * services.length

const browsers: readonly BrowserName[] = ['chromium', 'firefox']
const suites = browsers.map((name) => ({
  name,
  executablePath: installedBrowser(name),
  title: titleIn(name),
}))

for (const { name, executablePath = '', title } of suites)
  describe.skipIf(executablePath === '')(`the page, ${title}`, () => {
    let demo: Demo
    let browser: Browser
    let page: Page
    const asked: URL[] = []
    const problems: string[] = []

    beforeAll(async () => {
      demo = await startDemo({ firstPort: 0 })
      browser = await launchBrowser(name, { executablePath })
    })
    afterAll(async () => {
      await browser?.close()
      await demo?.close()
    })
    beforeEach(async () => {
      page = await browser.newPage()
      page.on('request', (request) => {
        const url = new URL(request.url())
        // `about:` and the like ask nobody.
        if (url.host !== '') asked.push(url)
      })
      page.on('pageerror', (error) => {
        // Firefox reports here, too, what a page may not read: that is what this page is for.
        const isOfTheDemo = /^Error: (Cross-Origin Request Blocked|Firefox can’t establish)/.test(
          String(error),
        )
        if (!isOfTheDemo) problems.push(String(error))
      })
      await page.goto(demo.pages[0]?.origin ?? '')
      await page.evaluate(async () => void (await globalThis.demoResults))
    })
    afterEach(() => page.close())

    const text = (selector: string): Promise<string> =>
      page.$eval(selector, (found) => found.textContent ?? '')
    /** How many exchanges are open. */
    const shown = (): Promise<number> =>
      page.$$eval(
        '.whole',
        (all) => all.filter((each) => each instanceof HTMLElement && each.offsetParent !== null).length,
      )
    const button = (call: string): string => `tr:has(+ tr #exchange-${call}) button`

    test('says that all went well, in words beside the colours', async () => {
      expect(await text('#summary')).toBe(`✓ All ${count} calls went as the policies mean.`)
      expect(await text(button('list'))).toContain('may read 200')
      expect(await text(button('update'))).toContain('preflight 204')
      // Firefox repeats a preflight two or three times before it keeps the answer.
      const kept = name === 'firefox' ? /preflight (kept|204)/ : /preflight kept/
      expect(await text(button('update-again'))).toMatch(kept)
      expect(await text(button('stock'))).toContain('may not read')
      expect(await text(button('unlisted-method'))).toContain('not sent')
    })

    test('opens the exchange with the keyboard, and closes it', async () => {
      const exchange = '#exchange-unlisted-method'
      await page.focus(button('unlisted-method'))
      await page.keyboard.press('Enter')
      expect(await page.$eval(button('unlisted-method'), (each) => each.ariaExpanded)).toBe('true')
      const shown = await text(exchange)
      expect(shown).toContain('→ OPTIONS /products/1?')
      expect(shown).toContain('Access-Control-Request-Method: PATCH')
      expect(shown).toMatch(/access-control-allow-methods: GET, HEAD, POST, PUT, DELETE this decided/)
      expect(shown).toContain('TypeError')
      expect(shown).toContain('The service never saw it.')
      expect(shown).toContain('Add "PATCH" to methods.')
      await page.keyboard.press(' ')
      expect(await page.$eval(exchange, (cell) => (cell as HTMLElement).offsetParent === null)).toBe(true)
    })

    test('reaches every call by the tab key', async () => {
      await page.focus('#again')
      const reached = new Set<string>()
      for (let presses = 0; presses < count; presses++) {
        await page.keyboard.press('Tab')
        reached.add(
          await page.evaluate(() => {
            const focused = document.activeElement
            return `${focused?.getAttribute('aria-controls')} ${focused?.closest('td')?.cellIndex}`
          }),
        )
      }
      expect(reached.size).toBe(count)
      expect([...reached].filter((each) => !each.startsWith('exchange-'))).toEqual([])
    })

    test('shows every exchange at once', async () => {
      await page.click('#all')
      expect(await shown()).toBe(calls.length)
      await page.click('#all')
      expect(await shown()).toBe(0)
    })

    test('runs the calls again, with preflights again', async () => {
      await page.click('#again')
      await page.waitForFunction(() => !(document.querySelector('#again') as HTMLButtonElement).disabled)
      expect(await text('#summary')).toContain(`All ${count} calls`)
      expect(await text(button('update'))).toContain('preflight 204')
    })

    test('fits a phone, a tablet and a desk, also with every exchange open', async () => {
      const widths = async (): Promise<readonly number[]> => {
        const found: number[] = []
        for (const width of [320, 390, 768, 1000, 1280]) {
          await page.setViewport({ width, height: 800 })
          found.push((await page.evaluate(() => document.documentElement.scrollWidth)) - width)
        }
        return found.filter((excess) => excess > 0)
      }
      expect(await widths()).toEqual([])
      await page.click('#all')
      expect(await widths()).toEqual([])
    })

    test('leads to the other origins, where the same calls end otherwise', async () => {
      await Promise.all([page.waitForNavigation(), page.click(`a[href="${demo.pages[2]?.origin}"]`)])
      await page.evaluate(async () => void (await globalThis.demoResults))
      expect(await text('#summary')).toBe(`✓ All ${count} calls went as the policies mean.`)
      expect(await text(button('list'))).toContain('may not read')
      expect(await text(button('update'))).toContain('not sent')
    })

    test('has asked no other host, and no script has failed', () => {
      expect(asked.length).toBeGreaterThan(100)
      expect(new Set(asked.map(({ hostname }) => hostname))).toEqual(new Set(['localhost']))
      expect(problems).toEqual([])
    })
  })
