import { afterAll, beforeAll } from 'vitest'
import type { App } from './apps.js'
import { type NextServer, startNext } from './next-server.js'
import { type Answer, type Question, send } from './send.js'

/** `next start` for the tests around this call. */
export const serverOf = (
  app: App,
): { readonly ask: (question: Question) => Promise<Answer>; readonly output: () => string } => {
  let server: NextServer | undefined
  beforeAll(async () => {
    server = await startNext(app)
  })
  afterAll(() => server?.close())
  return {
    ask: (question) => send(server?.url ?? '', question),
    output: () => server?.output() ?? '',
  }
}
