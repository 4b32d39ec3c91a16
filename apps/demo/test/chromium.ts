import { installedBrowser, titleIn } from '@cors/browsers'

/** Suites that need a browser skip themselves where there is none, and their titles say so. */
export const chromium: string | undefined = installedBrowser('chromium')

export const inChromium: string = titleIn('chromium')
