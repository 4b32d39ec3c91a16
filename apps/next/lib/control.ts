import { type ControlAnswer, mayControl, type Shop } from '@cors/app-service'
import type { NextRequest } from 'next/server'
import { notFound } from './handler'
import { currentService } from './service'

interface Control {
  readonly replace: (config: unknown) => ControlAnswer
  readonly shop: Shop
}

/** A route of the test mode, by which other suites replace the policy. The server listens on loopback only. */
export const controlRoute =
  (handle: (control: Control, request: NextRequest) => Response | Promise<Response>) =>
  (request: NextRequest): Response | Promise<Response> => {
    const { replace, shop } = currentService()
    if (replace === undefined) return notFound()
    const headers = Object.fromEntries(request.headers)
    if (!mayControl({ remoteAddress: '127.0.0.1', headers })) return new Response(null, { status: 403 })
    return handle({ replace, shop }, request)
  }
