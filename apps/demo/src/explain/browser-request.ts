import type { Call } from '@cors/app-service'
import type { BrowserRequest } from '@cors/conformance'

/** A call as the model of the browser's half takes it. */
export const browserRequest = (call: Call, origin: string, url: string): BrowserRequest => ({
  origin,
  url,
  method: call.method,
  headers: call.via === 'EventSource' ? [['Accept', 'text/event-stream']] : Object.entries(call.headers),
  credentials: call.credentials,
  ...(call.body === undefined ? {} : { body: call.body }),
})
