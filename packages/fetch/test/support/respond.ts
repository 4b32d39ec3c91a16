import type { RouteReply } from '@cors/conformance'

export const bodyOf = (body: RouteReply['body']): string | ReadableStream<Uint8Array> | null =>
  body === null || typeof body === 'string' ? body : ReadableStream.from(body.map((piece) => encode(piece)))

const encode = (piece: string): Uint8Array => new TextEncoder().encode(piece)

/** A reply by the means of the Fetch standard. */
export const respond = ({ status, headers, body }: RouteReply): Response =>
  new Response(bodyOf(body), { status, headers })

/** @throws where the body is not JSON */
export const readJson = async (request: Request): Promise<unknown> => JSON.parse(await request.text())
