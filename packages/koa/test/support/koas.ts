import { OutgoingMessage, type RequestListener } from 'node:http'
import type { CorsState } from '@cors/koa'
import Koa from 'koa'
import Koa2 from 'koa-2'
import Koa30 from 'koa-3.0'
import KoaLowest from 'koa-lowest'
import { onTestFinished } from 'vitest'
import { serve } from '../../../../tooling/serve.js'

// Koa 2.0 reads the headers there, where Node 24 has none any more.
const hasOldHeaders = '_headers' in OutgoingMessage.prototype

export const koas: readonly (readonly [name: string, Application: typeof Koa])[] = [
  ['Koa 3', Koa],
  ['Koa 3.0', Koa30],
  ['Koa 2', Koa2],
  ...(hasOldHeaders ? [['Koa 2.0', KoaLowest] as const] : []),
]

/** An application that ends with the test, and the errors that it was told. */
export const start = async (
  Application: typeof Koa,
  build: (app: Koa<CorsState>) => void,
): Promise<{ readonly url: string; readonly errors: readonly unknown[] }> => {
  const app = new Application<CorsState>()
  const errors: unknown[] = []
  app.on('error', (error: unknown) => errors.push(error))
  build(app)
  const { url, close } = await serve(app.callback() as RequestListener)
  onTestFinished(close)
  return { url, errors }
}
