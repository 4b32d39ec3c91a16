import { handler } from '../../lib/handler'

export const GET = handler((): Response => {
  throw new Error('This route always fails')
})
