import { Readable } from 'node:stream'
import { answerAsTold, answerPath, piecesOf, type Shop } from '@cors/app-service'
import type Router from '@koa/router'

/** Test mode: answers as it is told. */
export const answerRoute = (router: Router, shop: Shop): void => {
  router.all(answerPath, (context) => {
    shop.handlerRuns++
    const { status, headers, body, streamed } = answerAsTold(context.URL.searchParams)
    context.status = status
    if (body !== undefined) context.body = streamed ? Readable.from(piecesOf(body)) : body
    context.set(headers)
  })
}
