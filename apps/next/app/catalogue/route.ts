import { movedTo } from '@cors/app-service'
import { handler } from '../../lib/handler'

export const GET = handler(({ nextUrl }) => {
  const location = movedTo(`${nextUrl.pathname}${nextUrl.search}`)
  return new Response(null, { status: 301, headers: { location } })
})
