import { sessionCookie } from '@cors/app-service'
import type { NextRequest } from 'next/server'
import { unauthorized } from '../../lib/handler'
import { currentService } from '../../lib/service'

/** Nobody whom this stops is counted as a run of the handler. */
export const GET = (request: NextRequest): Response => {
  const { shop } = currentService()
  const user = shop.sessions.user(request.cookies.get(sessionCookie('next'))?.value)
  if (user === undefined) return unauthorized()
  shop.handlerRuns++
  return Response.json({ user })
}
