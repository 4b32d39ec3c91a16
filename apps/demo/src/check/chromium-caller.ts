import { launchBrowser } from '@cors/browsers'
import type { Caller } from './caller.js'

/** Opens the demo's pages, which make the calls by themselves, and reads what they found. */
export const startChromium = async (executablePath: string): Promise<Caller> => {
  const browser = await launchBrowser('chromium', { executablePath })
  return {
    name: (await browser.version()).replace(/^(Headless)?Chrome\//, 'Chromium '),
    visit: async ({ origin }) => {
      const page = await browser.newPage()
      await page.goto(origin)
      const results = await page.evaluate(() => globalThis.demoResults)
      await page.close()
      return results
    },
    close: () => browser.close(),
  }
}
