import type { IncomingMessage } from 'node:http'
import { type BrowserServer, startServer } from '@cors/browsers'
import type { ExchangeCase, ServerAnswer } from './exchange-case.js'
import { placed } from './places.js'

/** What a server got. */
export interface Received {
  readonly kind: 'preflight' | 'request'
  readonly method: string
  readonly step: string
  readonly origin: string | undefined
  readonly accessControlRequestMethod: string | undefined
  readonly accessControlRequestHeaders: string | undefined
  readonly authorization: string | undefined
}

export interface ExchangeServer extends BrowserServer {
  received(run: string, id: string): readonly Received[]
}

const nothing: ServerAnswer = { status: 404, fields: [] }

/** Answers `/run/id/step` as the case says, byte for byte: `node:http` would refuse or repair what is hostile. */
export const startExchangeServer = async (cases: readonly ExchangeCase[]): Promise<ExchangeServer> => {
  const byId = new Map(cases.map((each) => [each.id, each]))
  const logs = new Map<string, Received[]>()
  const server = await startServer((request) => {
    const [, run = '', id = '', step = ''] = new URL(request.url ?? '/', 'http://any').pathname.split('/')
    const exchange = byId.get(id)
    const log = logs.get(`${run}/${id}`) ?? []
    logs.set(`${run}/${id}`, log)
    const received = receivedFrom(request, step)
    if (exchange !== undefined) log.push(received)
    const count = log.filter((other) => other.kind === received.kind && other.step === step).length
    request.resume().on('end', () => {
      const answer = run === '' ? page : ((exchange && answerTo(exchange, received, count)) ?? nothing)
      request.socket.end(
        responseText(answer, received, (text) => placed(text, run, id)),
        'latin1',
      )
    })
  })
  return { ...server, received: (run, id) => logs.get(`${run}/${id}`) ?? [] }
}

const page: ServerAnswer = { status: 200, fields: [['Content-Type', 'text/html']] }

const answerTo = (
  { answers }: ExchangeCase,
  { kind, step }: Received,
  count: number,
): ServerAnswer | undefined => {
  const numbered = Array.from({ length: count }, (_, index) => answers[`${kind} ${step} ${count - index}`])
  return numbered.find((answer) => answer !== undefined) ?? answers[`${kind} ${step}`]
}

const receivedFrom = ({ method = '', headers }: IncomingMessage, step: string): Received => {
  const asked = headers['access-control-request-method']
  return {
    kind: method === 'OPTIONS' && asked !== undefined ? 'preflight' : 'request',
    method,
    step,
    origin: headers.origin,
    accessControlRequestMethod: asked,
    accessControlRequestHeaders: headers['access-control-request-headers'],
    authorization: headers.authorization,
  }
}

const responseText = (
  { status, fields, body = 'text' }: ServerAnswer,
  { kind, method }: Received,
  place: (text: string) => string,
): string => {
  const hasBody = kind === 'request' && method !== 'HEAD' && ![204, 205, 304].includes(status)
  const lines = [
    `HTTP/1.1 ${status} Status`,
    ...fields.map(([name, value]) => `${name}: ${place(value)}`),
    'Cache-Control: no-store',
    'Connection: close',
    ...(status === 204 || status === 304 ? [] : [`Content-Length: ${hasBody ? body.length : 0}`]),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${hasBody ? body : ''}`
}
