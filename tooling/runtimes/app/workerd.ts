import { createFetch } from './application.ts'

declare const WebSocketPair: new () => { readonly 0: WebSocket; readonly 1: WebSocket & { accept(): void } }

const fetch = createFetch(() => {
  const { 0: client, 1: server } = new WebSocketPair()
  server.accept()
  return new Response(null, { status: 101, webSocket: client } as ResponseInit)
})

export default { fetch: (request: Request): Promise<Response | undefined> => fetch(request) }
