import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { Contender, Listener } from './contender.js'
import type { RequestShape } from './scenarios/scenario.js'

/** A socket that goes nowhere: what the kernel does would hide the difference that is measured. */
class DummySocket extends Socket {
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

/** Real request and response objects, as Node's server makes them. */
const exchange = (
  listener: Listener,
  { method, url, headers }: RequestShape,
  socket: DummySocket,
  onEnd: (socket: DummySocket) => void,
): void => {
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
    response.detachSocket(socket)
    onEnd(socket)
  })
  listener(request, response)
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** How many requests may be under way: some frameworks answer only when a Promise is fulfilled. */
const BETWEEN_TURNS = 16

/** Send requests to a listener without a network. */
export const sendTo = (listener: Listener): Pick<Contender, 'send' | 'read'> => {
  const idle: DummySocket[] = []
  let ended = 0
  const onEnd = (socket: DummySocket): void => {
    ended++
    idle.push(socket)
  }
  return {
    async send(shape, count) {
      const target = ended + count
      for (let sent = 1; sent <= count; sent++) {
        exchange(listener, shape, idle.pop() ?? new DummySocket(), onEnd)
        if (sent % BETWEEN_TURNS === 0) await turn()
      }
      while (ended < target) await turn()
    },
    async read(shape) {
      const socket = new DummySocket()
      socket.keepText = true
      let isEnded = false
      exchange(listener, shape, socket, () => {
        isEnded = true
      })
      while (!isEnded) await turn()
      return socket.text
    },
  }
}
