import { answerAsTold, piecesOf } from '@cors/app-service'
import { handler, notFound } from '../../lib/handler'
import { currentService } from '../../lib/service'
import { streamOf } from '../../lib/stream'

const asTold = handler(({ nextUrl }) => {
  const { status, headers, body, streamed } = answerAsTold(nextUrl.searchParams)
  const content = streamed && body !== undefined ? streamOf(piecesOf(body)) : body
  return new Response(content ?? null, { status, headers })
})

/** Test mode: answers as it is told. */
const answer: typeof asTold = async (request, context) =>
  currentService().replace === undefined ? notFound() : asTold(request, context)

export const GET = answer
export const POST = answer
export const PUT = answer
export const PATCH = answer
export const DELETE = answer
export const OPTIONS = answer
