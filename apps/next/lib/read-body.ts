import type { Credentials, ProductInput } from '@cors/app-service'
import type { NextRequest } from 'next/server'

/** As on the other frameworks, only a body that says to be JSON is read as such. `undefined`: it is none. */
export const readJson = async (request: NextRequest): Promise<unknown> =>
  request.headers.get('content-type')?.startsWith('application/json') === true
    ? request.json().catch(() => undefined)
    : undefined

const readObject = async (request: NextRequest): Promise<Record<string, unknown>> => {
  const value = await readJson(request)
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

export const productRefusal = 'A product has a name and a price in cents'

/** `undefined` where the body is no product. */
export const readProduct = async (request: NextRequest): Promise<ProductInput | undefined> => {
  const { name, price } = await readObject(request)
  const isName = typeof name === 'string' && name.length >= 1 && name.length <= 80
  const isPrice = Number.isInteger(price) && (price as number) >= 0
  return isName && isPrice ? { name, price: price as number } : undefined
}

/** `undefined` where the body has no credentials. */
export const readCredentials = async (request: NextRequest): Promise<Credentials | undefined> => {
  const { user, password } = await readObject(request)
  return typeof user === 'string' && typeof password === 'string' ? { user, password } : undefined
}
