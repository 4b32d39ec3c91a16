import type { BrowserName, TestCertificate } from '@cors/browsers'
import { launchBrowser } from '@cors/browsers'
import type { Frame } from 'puppeteer-core'
import type { Front } from '../front/front.js'
import type { PageCall, Seen } from '../page/page-call.js'
import { perform } from '../page/perform.js'
import { type Place, places } from '../places.js'

/** A browser with all pages open. */
export interface Visit {
  readonly browser: BrowserName
  /** Makes the calls in the page of that place. */
  perform(place: Place, calls: readonly PageCall[]): Promise<readonly Seen[]>
  close(): Promise<void>
}

export interface VisitOptions {
  readonly browser: BrowserName
  readonly executablePath: string
  readonly front: Front
  readonly certificate: TestCertificate
}

/** How many calls a page makes at once. */
const atOnce = 4

export const startVisit = async (options: VisitOptions): Promise<Visit> => {
  const { browser: name, executablePath, front, certificate } = options
  const browser = await launchBrowser(name, {
    executablePath,
    ports: front.ports,
    certificateHash: certificate.publicKeyHash,
  })
  const frames = new Map<string, Frame>()
  for (const { id, url, isSandboxed } of places) {
    const page = await browser.newPage()
    await page.goto(url)
    const frame = isSandboxed === true ? page.frames().at(-1) : page.mainFrame()
    if (frame === undefined) throw new Error(`There is no frame for ${id}`)
    frames.set(id, frame)
  }
  return {
    browser: name,
    perform: async ({ id }, calls) => {
      const frame = frames.get(id)
      if (frame === undefined) throw new Error(`There is no page for ${id}`)
      return frame.evaluate(perform, calls, atOnce)
    },
    close: () => browser.close(),
  }
}
