import { launch } from 'puppeteer-core'
import type { Caller } from './caller.js'

const flags: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-features=HttpsUpgrades,HttpsFirstBalancedMode',
]

/** Opens the demo's pages, which make the calls by themselves, and reads what they found. */
export const startChromium = async (executablePath: string): Promise<Caller> => {
  // Chromium's sandbox refuses to start for root.
  const isRoot = process.getuid?.() === 0
  const browser = await launch({ executablePath, args: [...flags, ...(isRoot ? ['--no-sandbox'] : [])] })
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
