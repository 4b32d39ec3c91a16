/** What the tests use of packages that have no types of their own. */
declare module 'polka' {
  import type { IncomingMessage, ServerResponse } from 'node:http'
  import type { Next } from '../../src/index.js'

  type Handler = (request: IncomingMessage, response: ServerResponse, next: Next) => unknown
  interface Polka {
    use(...handlers: Handler[]): Polka
    use(path: string, ...handlers: Handler[]): Polka
    add(method: string, path: string, ...handlers: Handler[]): Polka
    get(path: string, ...handlers: Handler[]): Polka
    handler(request: IncomingMessage, response: ServerResponse): void
  }
  const polka: (options?: {
    onError?(error: unknown, request: IncomingMessage, response: ServerResponse, next: Next): void
  }) => Polka
  export default polka
}

declare module 'compression' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  const compression: (options?: {
    threshold?: number
  }) => (request: IncomingMessage, response: ServerResponse, next: () => void) => void
  export default compression
}

declare module 'express-4' {
  import express from 'express'
  export default express
}

declare module 'express-5.0' {
  import express from 'express'
  export default express
}

declare module 'express-lowest' {
  import express from 'express'
  export default express
}
