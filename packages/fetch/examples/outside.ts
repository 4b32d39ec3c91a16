import { cors } from '@cors/fetch'

const withCors = cors({ origins: ['https://app.example.com'] })

const handler = withCors(async (request: Request): Promise<Response> => {
  const order: unknown = await request.json()
  return Response.json(order)
})

export const fetch = async (request: Request): Promise<Response> => {
  try {
    if (request.headers.get('authorization') === null) {
      return await withCors.applyTo(request, new Response('who are you?', { status: 401 }))
    }
    return await handler(request)
  } catch (error) {
    console.error(error)
    return withCors.applyTo(request, new Response('sorry', { status: 500 }))
  }
}
