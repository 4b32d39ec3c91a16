import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A client that goes away while the server waits for a lookup. */
export class AbandonedRequest {
  readonly #serverSockets: Socket[] = []
  #answer: ((allow: boolean) => void) | undefined
  #onAsked: () => void = () => {}
  #isOver = false

  /** The lookup of the policy: it is answered when the client has gone, and from then on at once. */
  readonly lookup = (): Promise<boolean> =>
    new Promise((resolve) => {
      this.#answer = resolve
      this.#onAsked()
      if (this.#isOver) resolve(true)
    })

  /** To be called before the policy is asked: the server's end of the connection. */
  noteSocket(socket: Socket): void {
    this.#serverSockets.push(socket)
  }

  /** Send the head of a request, and leave as soon as the lookup is asked. */
  async send(url: string, method: string, origin: string): Promise<void> {
    const isAsked = new Promise<void>((resolve) => {
      this.#onAsked = resolve
    })
    const client = connect(Number(new URL(url).port), '127.0.0.1')
    const fields = `Host: x\r\nOrigin: ${origin}\r\nAccess-Control-Request-Method: GET`
    client.write(`${method} / HTTP/1.1\r\n${fields}\r\n\r\n`)
    await isAsked
    const gone = Promise.all(this.#serverSockets.map((socket) => once(socket, 'close')))
    client.destroy()
    await gone
    this.#isOver = true
    this.#answer?.(true)
  }
}
