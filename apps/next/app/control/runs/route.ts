import type { NextRequest } from 'next/server'
import { controlled } from '../../../lib/control'

export const dynamic = 'force-dynamic'

export const GET = (request: NextRequest): Response => {
  const service = controlled(request)
  return service === undefined
    ? new Response(null, { status: 403 })
    : Response.json({ runs: service.shop.handlerRuns })
}
