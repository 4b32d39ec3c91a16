import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Browsers, and shared caches. */
const programs = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'firefox',
  'firefox-esr',
  'nginx',
  'varnishd',
  'haproxy',
]

/**
 * What results depend on besides the files. Turbo makes it part of a suite's cache key, so that a run on
 * another Node, or the first one after a browser or a cache was installed, is a run.
 * @param {NodeJS.ProcessEnv} [env]
 */
export function testEnvironment(env = process.env) {
  // Debian has servers where a user's PATH does not lead.
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/sbin']
  const found = programs.filter((name) => folders.some((folder) => existsSync(join(folder, name))))
  return { TEST_ENVIRONMENT: [process.platform, process.arch, process.version, ...found].join(' ') }
}
