import { corsProxy } from '@cors/next'
import { NextResponse } from 'next/server.js'

export const proxy = corsProxy({ origins: ['https://app.example.com'], credentials: true }, (request) => {
  if (!request.cookies.has('session')) return NextResponse.json({ error: 'who are you?' }, { status: 401 })
  const headers = new Headers(request.headers)
  headers.set('x-tenant', request.nextUrl.hostname)
  return NextResponse.next({ request: { headers } })
})
