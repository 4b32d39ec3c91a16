import { answerPath, servedBy } from '@cors/app-service'
import { type CorsProxy, corsProxy } from '@cors/next'
import { NextResponse } from 'next/server'
import { sharedPolicy } from './lib/service'

export const proxy: CorsProxy = corsProxy({ policy: sharedPolicy }, ({ nextUrl }) =>
  NextResponse.next({
    headers: {
      [servedBy]: 'next',
      // A header of the proxy wins over the route handler's.
      ...(nextUrl.pathname === answerPath ? {} : { 'cache-control': 'private, no-cache' }),
    },
  }),
)

/** All but the paths that have a policy of their own, or none. */
export const config = { matcher: '/((?!_next/|control/|public/|internal/).*)' }
