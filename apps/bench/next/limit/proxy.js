import { NextResponse } from 'next/server.js'

export const proxy = () => {
  const response = NextResponse.next()
  response.headers.set('access-control-allow-origin', 'https://app.example.com')
  response.headers.set('access-control-allow-credentials', 'true')
  response.headers.set('vary', 'Origin')
  return response
}
