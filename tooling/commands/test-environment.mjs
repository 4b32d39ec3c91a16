import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const browsers = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'firefox',
  'firefox-esr',
]

/**
 * What results depend on besides the files. Turbo makes it part of a suite's cache key, so that a run on
 * another Node, or the first one after a browser was installed, is a run.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function testEnvironment(env = process.env) {
  const folders = (env['PATH'] ?? '').split(delimiter)
  const found = browsers.filter((name) => folders.some((folder) => existsSync(join(folder, name))))
  return { TEST_ENVIRONMENT: [process.platform, process.arch, process.version, ...found].join(' ') }
}
