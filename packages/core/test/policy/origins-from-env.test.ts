import { describe, expect, test } from 'vitest'
import { createCorsPolicy, originsFromEnv } from '../../src/index.js'
import { errorOf } from '../support/policies.js'

describe('originsFromEnv', () => {
  test.each([
    ['https://a.example', ['https://a.example']],
    ['https://a.example, https://b.example', ['https://a.example', 'https://b.example']],
    [' https://a.example ,\n\thttps://b.example\n', ['https://a.example', 'https://b.example']],
    ['https://a.example,,https://b.example,', ['https://a.example', 'https://b.example']],
    ['*', ['*']],
  ])('%j', (text, origins) => {
    expect(originsFromEnv(text)).toStrictEqual(origins)
  })

  test.each([undefined, '', ' ', ',', ' , ,\n', null, 5])('%j is a mistake', (text) => {
    const { issues } = errorOf(() => originsFromEnv(text as string))
    expect(issues).toMatchObject([{ code: 'origins-missing', path: ['origins'], value: text }])
  })

  test('What it returns is checked with the configuration', () => {
    expect(
      createCorsPolicy({ origins: originsFromEnv('https://a.example') }).isOriginAllowed('https://a.example'),
    ).toBe(true)
    const { issues } = errorOf(() =>
      createCorsPolicy({ origins: originsFromEnv('https://a.example; https://b.example') }),
    )
    expect(issues).toMatchObject([{ code: 'origin-invalid', path: ['origins', 0] }])
  })
})
