import { controlRoute } from '../../../lib/control'
import { readJson } from '../../../lib/read-body'

export const PUT = controlRoute(async ({ replace }, request) => {
  const { status, body } = replace(await readJson(request))
  return body === undefined ? new Response(null, { status }) : Response.json(body, { status })
})
