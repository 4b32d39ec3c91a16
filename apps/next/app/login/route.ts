import { sessionCookie, sessionCookieAttributes } from '@cors/app-service'
import { NextResponse } from 'next/server'
import { bodyHandler, unauthorized } from '../../lib/handler'
import { readCredentials } from '../../lib/read-body'

export const POST = bodyHandler(
  readCredentials,
  'Credentials are a user and a password',
  (credentials, { sessions }) => {
    const session = sessions.signIn(credentials)
    if (session === undefined) return unauthorized()
    const response = NextResponse.json({ user: credentials.user })
    response.cookies.set(sessionCookie('next'), session, sessionCookieAttributes)
    return response
  },
)
