import { expect, test } from 'vitest'
import { files } from '../files.js'

const named = (path: string): string => files.find((file) => file.path === path)?.text ?? ''

test('the lockfile names no host: each machine asks its own registry', () => {
  expect(named('pnpm-lock.yaml')).toContain('lockfileVersion')
  expect(named('pnpm-lock.yaml')).not.toMatch(/https?:\/\/|\btarball:/)
})

test('no configuration chooses a registry', () => {
  expect(named('.npmrc')).not.toMatch(/registry|_auth/)
})

test("no file names somebody's folder", () => {
  // In brackets, so that this file does not find itself.
  const folders = /(?:^|[\s"'`(=:])(?:\/hom[e]\/|\/Use[r]s\/|\/roo[t]\/|[A-Z]:\\Use[r]s\\)/
  expect(files.filter(({ text }) => folders.test(text)).map(({ path }) => path)).toEqual([])
})
