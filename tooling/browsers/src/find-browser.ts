import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export type BrowserName = 'chromium' | 'firefox'

interface Installation {
  /** The environment variable that names the one to use. */
  readonly variable: string
  readonly commands: readonly string[]
  /** Where installers put it without telling PATH. */
  readonly places: readonly string[]
}

const installations: Readonly<Record<BrowserName, Installation>> = {
  chromium: {
    variable: 'CHROME_PATH',
    commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    places: [
      '/usr/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox-esr', 'firefox'],
    places: [
      '/usr/bin/firefox-esr',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  },
}

/** The path of a browser: the one that `CHROME_PATH` or `FIREFOX_PATH` names, else from PATH or its usual place. */
export const findBrowser = (
  browser: BrowserName,
  env: NodeJS.ProcessEnv = process.env,
): string | undefined => {
  const { variable, commands, places } = installations[browser]
  const named = env[variable] ?? ''
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = [
    ...(named === '' ? [] : [named]),
    ...folders.flatMap((folder) => commands.map((command) => join(folder, command))),
    ...places,
  ]
  return candidates.find((path) => existsSync(path))
}
