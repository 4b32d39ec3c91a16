import { connect as dial, type Socket } from 'node:net'
import { HeadReader } from './head.js'
import type { Exchange, Journal } from './journal.js'

export interface Way {
  readonly client: Socket
  readonly scheme: 'http' | 'https'
  readonly portOf: (hostname: string) => number
  readonly journal: Journal
}

/**
 * Passes on what one connection of a browser carries. It is for one host, so all of it goes to one server.
 *
 * Servers end connections that are idle, and a request may just be on its way. Browsers send it again then, which
 * would look like a second request, so it is sent again here, unseen.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-9.2.2
 */
export const passOn = ({ client, scheme, portOf, journal }: Way): void => {
  const unanswered: Exchange[] = []
  let port: number | undefined
  let upstream: Socket | undefined
  /** What the browser has sent since its last request began. */
  let request: Buffer[] = []
  let isReused = false
  let isLast = false

  const responses = new HeadReader('response', ({ start, fields }) => {
    const exchange = unanswered.shift()
    if (exchange !== undefined) exchange.response = { status: Number(start.slice(9, 12)), headers: fields }
    isLast = /\b(close|upgrade)\b/i.test(fields.get('connection') ?? '')
    isReused = true
  })

  const open = (to: number): Socket => {
    const socket = dial(to, '127.0.0.1')
    socket.setNoDelay(true)
    isReused = false
    socket.on('data', (chunk) => {
      responses.read(chunk)
      client.write(chunk)
    })
    // Always followed by `close`.
    socket.on('error', () => {})
    socket.on('close', () => {
      upstream = undefined
      if (isLast) client.end()
      else if (unanswered.length > 0 && isReused) {
        upstream = open(to)
        upstream.write(Buffer.concat(request))
      } else if (unanswered.length > 0) client.destroy()
    })
    return socket
  }

  const requests = new HeadReader('request', (head) => {
    const host = head.fields.get('host') ?? ''
    port = portOf(host.replace(/:\d+$/, ''))
    unanswered.push(journal.begin(`${scheme}://${host}`, head))
  })

  client.setNoDelay(true)
  client.on('data', (chunk: Buffer) => {
    if (requests.read(chunk)) request = []
    request.push(chunk)
    if (port === undefined) return
    if (upstream === undefined) {
      upstream = open(port)
      upstream.write(Buffer.concat(request))
    } else upstream.write(chunk)
  })
  client.on('error', () => client.destroy())
  client.on('close', () => {
    isLast = true
    upstream?.destroy()
  })
}
