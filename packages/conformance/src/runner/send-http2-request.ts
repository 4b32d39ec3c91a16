import { once } from 'node:events'
import { connect, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http2'
import type { HeaderField } from '@cors/core/browser-model'
import type { CaseRequest } from '../case.js'
import type { RawResponse } from './raw-response.js'

/** Repeated field lines stay lines; Node writes names in lower case, as HTTP/2 demands. */
const headersOf = ({ method, path, headers }: CaseRequest): OutgoingHttpHeaders => {
  const lines: Record<string, string[]> = { ':method': [method], ':path': [path] }
  for (const [name, value] of headers) {
    const key = name.toLowerCase()
    lines[key] = [...(lines[key] ?? []), value]
  }
  return Object.fromEntries(
    Object.entries(lines).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  )
}

const fieldsOf = (raw: readonly string[]): readonly HeaderField[] => {
  const fields: HeaderField[] = []
  for (let index = 0; index < raw.length; index += 2) {
    const [name = '', value = ''] = raw.slice(index, index + 2)
    if (!name.startsWith(':')) fields.push([name, value])
  }
  return fields
}

/**
 * Send a request over HTTP/2 without TLS, on a connection of its own.
 *
 * @param url where the server is: `http://127.0.0.1:3000`
 * @throws where no complete response comes, and for what HTTP/2 or Node's client cannot send
 */
export const sendHttp2Request = async (url: string, request: CaseRequest): Promise<RawResponse> => {
  const session = connect(url)
  try {
    const stream = session.request(headersOf(request), { endStream: false })
    stream.end(request.body ?? '', 'latin1')
    const [headers, , raw] = (await once(stream, 'response')) as [IncomingHttpHeaders, number, string[]]
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    const status = Number(headers[':status'])
    return {
      statusLine: `HTTP/2 ${status}`,
      status,
      headers: fieldsOf(raw),
      body: Buffer.concat(chunks).toString('latin1'),
    }
  } finally {
    session.close()
  }
}
