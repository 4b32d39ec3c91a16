import type { HeaderField } from '@cors/core/browser-model'

/** A response as its bytes say it, field line by field line; one character is one byte. */
export interface RawResponse {
  readonly statusLine: string
  readonly status: number
  /** Names as sent, values without surrounding whitespace. */
  readonly headers: readonly HeaderField[]
  /** Without the transfer coding. */
  readonly body: string
}

const headEnd = '\r\n\r\n'

const parseFieldLine = (line: string): HeaderField => {
  const colon = line.indexOf(':')
  if (colon < 1) throw new Error(`not a field line: ${line}`)
  return [line.slice(0, colon), line.slice(colon + 1).replace(/^[\t ]+|[\t ]+$/g, '')]
}

/** @see https://www.rfc-editor.org/rfc/rfc9112#section-7.1 */
const decodeChunked = (text: string): string => {
  let body = ''
  let rest = text
  for (;;) {
    const lineEnd = rest.indexOf('\r\n')
    const size = Number.parseInt(rest.slice(0, lineEnd), 16)
    if (lineEnd === -1 || Number.isNaN(size)) throw new Error('the chunked body is cut off')
    if (size === 0) return body
    const start = lineEnd + 2
    if (rest.length < start + size + 2) throw new Error('the chunked body is cut off')
    body += rest.slice(start, start + size)
    rest = rest.slice(start + size + 2)
  }
}

/**
 * Parse everything that a server sent until it closed the connection.
 *
 * @throws where it is no response of HTTP/1.1, or was cut off
 */
export const parseResponse = (text: string): RawResponse => {
  const end = text.indexOf(headEnd)
  if (end === -1) throw new Error(text === '' ? 'the server closed the connection' : 'the head is cut off')
  const [statusLine = '', ...lines] = text.slice(0, end).split('\r\n')
  const status = Number(/^HTTP\/1\.[01] ([0-9]{3})(?: |$)/.exec(statusLine)?.[1])
  if (Number.isNaN(status)) throw new Error(`not a status line: ${statusLine}`)
  const rest = text.slice(end + headEnd.length)
  // An interim response comes before the one that counts.
  if (status < 200 && status !== 101) return parseResponse(rest)
  const headers = lines.map(parseFieldLine)
  const isChunked = headers.some(
    ([name, value]) => name.toLowerCase() === 'transfer-encoding' && value.toLowerCase() === 'chunked',
  )
  // Whatever follows the head is kept where no body belongs: it is the judge's to complain.
  return { statusLine, status, headers, body: isChunked && rest !== '' ? decodeChunked(rest) : rest }
}
