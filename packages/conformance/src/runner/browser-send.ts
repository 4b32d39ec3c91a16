import type { HeaderField, Send } from '@cors/core/browser-model'
import { type Address, addressOf, sendRequest } from './send-request.js'

export interface BrowserSendOptions {
  /** Where the server of a URL really listens, so that any origin can be played. Default: where the URL says. */
  readonly address?: (url: URL) => Address
  /** Cookies and the like for a request that may carry them. Default: none. */
  readonly credentials?: (url: URL) => readonly HeaderField[]
}

/** Carries the requests of a `BrowserModel` to real servers over HTTP/1.1. */
export const createBrowserSend =
  ({ address = addressOf, credentials = () => [] }: BrowserSendOptions = {}): Send =>
  async ({ method, url, headers, includeCredentials, body }) => {
    const target = new URL(url)
    const response = await sendRequest(
      url,
      {
        method,
        path: `${target.pathname}${target.search}`,
        headers: [...headers, ...(includeCredentials ? credentials(target) : [])],
        ...(body !== undefined && { body: Buffer.from(body, 'utf8').toString('latin1') }),
      },
      address(target),
    )
    const { status, headers: received, body: content } = response
    return { status, headers: received, body: Buffer.from(content, 'latin1').toString('utf8') }
  }
