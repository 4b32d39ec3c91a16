/** What the requests of Express and of Fastify have in common. */
export interface HttpRequest {
  readonly originalUrl: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly socket: { readonly remoteAddress?: string }
}

/** What the responses of Express and of Fastify have in common. */
export interface HttpResponse {
  status(code: number): this
  header(name: string, value: string): this
}
