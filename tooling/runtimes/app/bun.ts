import { createFetch } from './application.ts'

interface Server {
  readonly port: number
  upgrade(request: Request): boolean
}

declare const Bun: {
  serve(options: {
    readonly hostname: string
    readonly port: 0
    readonly fetch: (request: Request, server: Server) => Promise<Response | undefined>
    readonly websocket: { message(): void }
  }): Server
}

// After an upgrade there is no response to return.
const fetch = createFetch((request: Request, server: Server) =>
  server.upgrade(request) ? undefined : new Response('no upgrade', { status: 426 }),
)

const { port } = Bun.serve({ hostname: '127.0.0.1', port: 0, fetch, websocket: { message() {} } })
console.log(`listening on ${port}`)
