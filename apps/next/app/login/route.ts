import { sessionCookie, sessionCookieAttributes } from '@cors/app-service'
import { NextResponse } from 'next/server'
import { badRequest, handler, unauthorized } from '../../lib/handler'
import { readCredentials } from '../../lib/read-body'

export const POST = handler(async (request, { sessions }) => {
  const credentials = await readCredentials(request)
  if (credentials === undefined) return badRequest('Credentials are a user and a password')
  const session = sessions.signIn(credentials)
  if (session === undefined) return unauthorized()
  const response = NextResponse.json({ user: credentials.user })
  response.cookies.set(sessionCookie('next'), session, sessionCookieAttributes)
  return response
})
