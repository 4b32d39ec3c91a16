import { Agent, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { exchangeKind, type HeaderField } from '../results/exchange.js'
import { type Listening, listenOnLoopback } from '../server/listen-on-loopback.js'
import type { Journal } from './journal.js'

/** @see https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1 */
const hopByHop: readonly string[] = ['connection', 'keep-alive', 'transfer-encoding']

/**
 * Stands before a service and takes notes, as neither a page nor a service can tell what a browser sent: scripts
 * do not see preflights. Header fields pass through as they are, repeated ones included.
 */
export const startRecordingProxy = async (
  upstream: string,
  journal: Journal,
  port: number,
): Promise<Listening> => {
  const agent = new Agent({ keepAlive: true })
  const listening = await listenOnLoopback(port, (incoming, outgoing) =>
    forward(incoming, outgoing, { upstream, journal, agent }),
  )
  return {
    port: listening.port,
    close: async () => {
      agent.destroy()
      await listening.close()
    },
  }
}

interface Route {
  readonly upstream: string
  readonly journal: Journal
  readonly agent: Agent
}

const forward = (incoming: IncomingMessage, outgoing: ServerResponse, route: Route): void => {
  const { method = '', url: target = '' } = incoming
  const asked = fields(incoming.rawHeaders)
  const { hostname, port } = new URL(route.upstream)
  const headers = endToEnd(asked)
  const onward = request({
    hostname,
    port,
    agent: route.agent,
    method,
    path: target,
    headers: headers.flat(),
  })
  onward.on('response', (answer) => {
    const answered = fields(answer.rawHeaders)
    const status = answer.statusCode ?? 0
    route.journal.record({
      kind: exchangeKind(method, asked),
      request: { method, target, headers: asked },
      response: { status, headers: answered },
    })
    outgoing.sendDate = false
    outgoing.writeHead(status, endToEnd(answered).flat())
    answer.pipe(outgoing)
    answer.on('error', () => outgoing.destroy())
  })
  onward.on('error', () => outgoing.destroy())
  outgoing.on('close', () => onward.destroy())
  incoming.pipe(onward)
}

const fields = (raw: readonly string[]): readonly HeaderField[] =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []))

const endToEnd = (headers: readonly HeaderField[]): readonly HeaderField[] =>
  headers.filter(([name]) => !hopByHop.includes(name.toLowerCase()))
