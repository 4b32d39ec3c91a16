import { allCases, createHandlers, type RouteReply, routes } from '@cors/conformance'
import { type CorsInput, cors, type WithCors } from '@cors/fetch'

/*
 * The application of the conformance kit, in nothing but the Fetch standard. It runs in another process than the
 * kit. So that it can be given functions, too, it is told the id of a case, and looks its options up.
 */

const handlers = createHandlers()
const behaviours = new Map(routes.map(({ method, path, behaviour }) => [`${method} ${path}`, behaviour]))

const streamOf = (pieces: readonly string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
      controller.close()
    },
  })

const respond = ({ status, headers, body }: RouteReply): Response =>
  new Response(Array.isArray(body) ? streamOf(body) : (body as string | null), { status, headers })

const handle = async (request: Request): Promise<Response> => {
  const { pathname } = new URL(request.url)
  if (pathname === '/immutable') return Response.redirect('https://elsewhere.example/')
  if (pathname === '/text') return new Response('text')
  const method = request.method === 'HEAD' ? 'GET' : request.method
  const behaviour = behaviours.get(`${method} ${pathname}`)
  if (behaviour === undefined) return new Response('not found', { status: 404 })
  if (behaviour === 'json') {
    try {
      await request.json()
    } catch {
      return new Response('bad request', { status: 400 })
    }
  }
  return respond(handlers.reply(behaviour))
}

const optionsOf = (id: string): CorsInput<Request> => {
  const found = allCases.find((each) => each.id === id)
  if (found === undefined) throw new Error(`no case ${id}`)
  if (found.set === 'policy') return { policy: found.config }
  const { policy, vary = [], samePolicyForAllMethods = false } = found.options
  return { policy, vary, samePolicyForAllMethods }
}

let withCors: WithCors = cors({ policy: false })

/**
 * The whole application, as each runtime takes it.
 *
 * @param upgrade takes a request for a WebSocket, by the means that only this runtime has
 */
export const createFetch =
  <Rest extends readonly unknown[]>(upgrade: (request: Request, ...rest: Rest) => Response | undefined) =>
  async (request: Request, ...rest: Rest): Promise<Response | undefined> => {
    const { pathname, searchParams } = new URL(request.url)
    if (pathname === '/control/case') {
      withCors = cors(optionsOf(searchParams.get('id') ?? ''))
      return new Response(null, { status: 204 })
    }
    if (pathname === '/early') return withCors.applyTo(request, respond(handlers.reply('early')))
    const handler = withCors((incoming: Request, ...more: Rest) =>
      pathname === '/socket' ? upgrade(incoming, ...more) : handle(incoming),
    )
    try {
      return await handler(request, ...rest)
    } catch {
      // What a runtime makes of a thrown error has no header of the policy.
      return withCors.applyTo(request, new Response('sorry', { status: 500 }))
    }
  }
