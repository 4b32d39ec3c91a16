import { STATUS_CODES } from 'node:http'
import { servedBy } from '@cors/app-service'
import type { Context, Next } from 'koa'

/** Mistakes of the caller are told in JSON. Whatever else is thrown is left to Koa. */
export const describeErrors = async (context: Context, next: Next): Promise<void> => {
  try {
    await next()
  } catch (error) {
    if (!(error instanceof Error && 'status' in error && 'expose' in error && error.expose === true)) {
      // Koa takes all headers away before it answers, and sets those of the error.
      throw error instanceof Error ? Object.assign(error, { headers: { [servedBy]: 'koa' } }) : error
    }
    const status = Number(error.status)
    context.status = status
    context.body = { statusCode: status, error: STATUS_CODES[status], message: error.message }
  }
  if (context.status === 404 && context.body === undefined) {
    context.status = 404
    context.body = {
      message: `Route ${context.method}:${context.url} not found`,
      error: 'Not Found',
      statusCode: 404,
    }
  }
}
