import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type App, directoryOf } from '../support/apps.js'
import { build } from '../support/build-apps.js'

const exported = { name: 'exported', next: 'next', folder: 'test/fixtures/exported' } as const satisfies App

describe.each(['next', 'next-15'] as const)('next build of %s', (next) => {
  test('fails where a response that depends on the origin would be prerendered, and names OPTIONS', async () => {
    const { code, output } = await build({ name: `keyed-${next}`, next, folder: 'test/fixtures/keyed' })
    expect(output).toContain('@cors/next: Next.js is about to prerender this route, without an Origin')
    expect(output).toContain('export const { GET, OPTIONS } = withCors(…)')
    expect(code).not.toBe(0)
  })
})

test('a static export keeps bodies and drops headers and the proxy: whoever serves the files has to set them', async () => {
  const { code, output } = await build(exported)
  expect([code, output]).toEqual([0, expect.stringContaining('/feed')])
  const out = join(directoryOf(exported), 'out')
  expect(readFileSync(join(out, 'feed'), 'utf8')).toBe('[{"id":1}]')
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const texts = files.map(({ parentPath, name }) =>
    readFileSync(join(parentPath, name), 'utf8').toLowerCase(),
  )
  expect(texts.filter((text) => text.includes('access-control-'))).toEqual([])
})
