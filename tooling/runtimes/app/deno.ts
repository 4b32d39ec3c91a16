import { createFetch } from './application.ts'

declare const Deno: {
  serve(
    options: {
      readonly hostname: string
      readonly port: 0
      readonly onListen: (address: { readonly port: number }) => void
    },
    handler: (request: Request) => Promise<Response | undefined>,
  ): unknown
  upgradeWebSocket(request: Request): { readonly response: Response }
}

Deno.serve(
  { hostname: '127.0.0.1', port: 0, onListen: ({ port }) => console.log(`listening on ${port}`) },
  createFetch((request) => Deno.upgradeWebSocket(request).response),
)
