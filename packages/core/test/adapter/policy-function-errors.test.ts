import { expect, test } from 'vitest'
import { compileOptions } from '../../src/adapter/index.js'
import { actual } from '../support/requests.js'

const thrownWith = async (thrown: unknown): Promise<unknown> => {
  const { decide } = compileOptions<string>(
    {
      policy: () => {
        throw thrown
      },
    },
    () => {},
  )
  try {
    await decide(actual('https://app.example'), 'native')
  } catch (error) {
    return error
  }
  throw new Error('The function was not asked.')
}

test('an object that a policy function throws is thrown on untouched', async () => {
  for (const thrown of [new Error('x'), Object.freeze({ status: 400 })]) {
    expect(await thrownWith(thrown)).toBe(thrown)
  }
})

test.each([undefined, null, '', 'route', 0, false])(
  '%s becomes an error that no framework overlooks',
  async (thrown) => {
    const error = await thrownWith(thrown)
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      message: `The CORS policy function threw ${String(thrown)}.`,
      cause: thrown,
    })
  },
)
