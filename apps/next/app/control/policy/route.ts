import type { NextRequest } from 'next/server'
import { controlled } from '../../../lib/control'

export const PUT = async (request: NextRequest): Promise<Response> => {
  const replace = controlled(request)?.replace
  if (replace === undefined) return new Response(null, { status: 403 })
  const { status, body } = replace(await request.json())
  return body === undefined ? new Response(null, { status }) : Response.json(body, { status })
}
