import { type BrowserName, findBrowser } from './find-browser.js'

/**
 * The browser that a suite drives; `undefined` where there is none, and the suite skips itself. In continuous
 * integration (`CI`) a missing browser is an error: a suite that nobody runs proves nothing.
 */
export const installedBrowser = (
  browser: BrowserName,
  env: NodeJS.ProcessEnv = process.env,
  find: typeof findBrowser = findBrowser,
): string | undefined => {
  const path = find(browser, env)
  const isRequired = !['', '0', 'false'].includes(env['CI'] ?? '')
  if (path === undefined && isRequired) throw new Error(`No ${browser} was found, and CI needs it.`)
  return path
}

/** For the title of a suite, so that a report says why it was skipped. */
export const titleIn = (browser: BrowserName): string => {
  const name = browser === 'chromium' ? 'in Chromium' : 'in Firefox'
  return findBrowser(browser) === undefined ? `${name} (skipped: none was found)` : name
}
