import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

/** What a request is made of. Header names and values alternate, as Node's parser hands them over. */
export interface RequestShape {
  readonly method: string
  readonly url: string
  readonly headers: readonly string[]
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** What was written, for a look at whether the contenders do the same work. */
export interface Written {
  readonly text: string
}

/**
 * A socket that goes nowhere: real request and response objects, without the kernel's part, which would hide
 * the difference that is measured. It counts the responses that have ended.
 */
class DummySocket extends Socket {
  ended = 0
  text = ''
  keepText = false

  override write(data: unknown, ...rest: unknown[]): boolean {
    if (this.keepText) this.text += String(data)
    const callback = rest.at(-1)
    if (typeof callback === 'function') callback()
    return true
  }

  override cork(): void {}
  override uncork(): void {}
}

const exchange = (
  { method, url, headers }: RequestShape,
  socket: DummySocket,
): [IncomingMessage, ServerResponse] => {
  const request = new IncomingMessage(socket) as IncomingMessage & {
    _addHeaderLines(lines: readonly string[], length: number): void
  }
  request.method = method
  request.url = url
  request.httpVersion = '1.1'
  request.httpVersionMajor = 1
  request.httpVersionMinor = 1
  request._addHeaderLines(headers, headers.length)
  // Node's own server looks for `Expect`, so no listener pays for the parsing.
  void request.headers
  request.complete = true
  request.push(null)
  const response = new ServerResponse(request)
  response.assignSocket(socket)
  response.on('finish', () => {
    socket.ended++
    response.detachSocket(socket)
  })
  return [request, response]
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Send requests one after the other, and wait until each has its response. */
export const createSender = (listener: Listener): ((shape: RequestShape, count: number) => Promise<void>) => {
  const socket = new DummySocket()
  return async (shape, count) => {
    const target = socket.ended + count
    for (let sent = 0; sent < count; sent++) {
      const [request, response] = exchange(shape, socket)
      listener(request, response)
      if ((sent & 15) === 15) await turn()
    }
    while (socket.ended < target) await turn()
  }
}

/** The bytes of one response. */
export const readResponse = async (listener: Listener, shape: RequestShape): Promise<Written> => {
  const socket = new DummySocket()
  socket.keepText = true
  const [request, response] = exchange(shape, socket)
  listener(request, response)
  while (socket.ended < 1) await turn()
  return { text: socket.text }
}
