import type { Shop } from '@cors/app-service'
import type { NextRequest } from 'next/server'
import { currentService } from './service'

export interface ById {
  readonly params: Promise<{ readonly id: string }>
}

type Handler<Context> = (request: NextRequest, shop: Shop, context: Context) => Response | Promise<Response>

/** A route handler of the shop. It counts that it ran. */
export const handler =
  <Context = unknown>(handle: Handler<Context>) =>
  async (request: NextRequest, context: Context): Promise<Response> => {
    const { shop } = currentService()
    shop.handlerRuns++
    return handle(request, shop, context)
  }

/** One that takes a body. What is none is refused before, and not counted: the handler does not run. */
export const bodyHandler =
  <Body, Context = unknown>(
    read: (request: NextRequest) => Promise<Body | undefined>,
    refusal: string,
    handle: (body: Body, shop: Shop, context: Context) => Response | Promise<Response>,
  ) =>
  async (request: NextRequest, context: Context): Promise<Response> => {
    const body = await read(request)
    if (body === undefined) return badRequest(refusal)
    return handler<Context>((_, shop) => handle(body, shop, context))(request, context)
  }

export const notFound = (): Response =>
  Response.json({ statusCode: 404, error: 'Not Found', message: 'Not Found' }, { status: 404 })

export const badRequest = (message: string): Response =>
  Response.json({ statusCode: 400, error: 'Bad Request', message }, { status: 400 })

export const unauthorized = (): Response =>
  Response.json({ statusCode: 401, error: 'Unauthorized', message: 'Sign in first' }, { status: 401 })
