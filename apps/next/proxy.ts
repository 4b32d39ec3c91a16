import { servedBy } from '@cors/app-service'
import { type CorsProxy, corsProxy } from '@cors/next'
import { NextResponse } from 'next/server'
import { sharedPolicy } from './lib/service'

export const proxy: CorsProxy = corsProxy({ policy: sharedPolicy }, () =>
  NextResponse.next({ headers: { [servedBy]: 'next', 'cache-control': 'private, no-cache' } }),
)

/** All but the paths that have a policy of their own, or none. */
export const config = { matcher: '/((?!_next/|control/|public/|internal/).*)' }
