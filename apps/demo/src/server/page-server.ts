import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Journal } from '../recorder/journal.js'
import type { DemoSite } from './description.js'
import { readFiles } from './files.js'
import { describePage, recordOfCall } from './side-channel.js'

interface Site {
  readonly listener: RequestListener
  /** Until then, every request is answered with 503: the services start after the ports of the pages are known. */
  open(site: DemoSite, journals: ReadonlyMap<string, Journal>): void
}

/** Serves the page, and tells it what its own scripts cannot see. One listener for all of the pages' origins. */
export const pageListener = (): Site => {
  const files = readFiles()
  let opened: { readonly site: DemoSite; readonly journals: ReadonlyMap<string, Journal> } | undefined

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (opened === undefined) return sendText(response, 503, 'The demo is starting.')
    const { site, journals } = opened
    const url = new URL(request.url ?? '/', `http://${request.headers.host ?? ''}`)
    // A name of somebody else's that leads here must not read what the journal holds.
    const page = site.pages.find(({ origin }) => origin === url.origin)
    if (page === undefined) {
      return sendText(response, 421, `Open one of: ${site.pages.map(({ origin }) => origin).join(', ')}`)
    }
    if (request.method !== 'GET') return sendText(response, 405, 'Only GET.')
    const file = files.get(url.pathname)
    if (file !== undefined) {
      response.setHeader('content-security-policy', contentSecurityPolicy(site))
      return send(response, 200, file.type, file.content)
    }
    if (url.pathname === '/demo.json') return sendJson(response, describePage(site, page))
    if (url.pathname === '/journal.json') {
      const record = await recordOfCall(site, page, journals, url.searchParams)
      return record === undefined ? sendText(response, 404, 'No such call.') : sendJson(response, record)
    }
    return sendText(response, 404, 'There is no such file.')
  }

  return {
    listener: (request, response) => {
      answer(request, response).catch((error: unknown) => sendText(response, 500, String(error)))
    },
    open: (site, journals) => {
      opened = { site, journals }
    },
  }
}

/** The page talks to its own server and to the services, and to nobody else. */
const contentSecurityPolicy = ({ services }: DemoSite): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${services.map(({ url }) => url).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const sendJson = (response: ServerResponse, value: unknown): void =>
  send(response, 200, 'application/json', JSON.stringify(value))

const sendText = (response: ServerResponse, status: number, text: string): void =>
  send(response, status, 'text/plain; charset=utf-8', text)

const send = (response: ServerResponse, status: number, type: string, content: string | Buffer): void => {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(content)
}
