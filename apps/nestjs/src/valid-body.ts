import type { Credentials, ProductInput } from '@cors/app-service'
import { BadRequestException, type PipeTransform } from '@nestjs/common'

export class InvalidBody extends BadRequestException {}

/** Refuses with 400 what is not of the shape. */
class ValidBody<T> implements PipeTransform<unknown, T> {
  constructor(
    readonly isValid: (body: Readonly<Record<string, unknown>>) => boolean,
    readonly shape: string,
  ) {}

  transform(body: unknown): T {
    if (typeof body === 'object' && body !== null && this.isValid(body as Record<string, unknown>))
      return body as T
    throw new InvalidBody(`The body must be JSON: ${this.shape}`)
  }
}

export const validProduct: PipeTransform<unknown, ProductInput> = new ValidBody(
  ({ name, price }) =>
    typeof name === 'string' &&
    name.length >= 1 &&
    name.length <= 80 &&
    Number.isInteger(price) &&
    Number(price) >= 0,
  'a name of 1 to 80 characters, and a price in cents',
)

export const validCredentials: PipeTransform<unknown, Credentials> = new ValidBody(
  ({ user, password }) => typeof user === 'string' && typeof password === 'string',
  'user and password',
)
