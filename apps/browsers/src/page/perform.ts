import type { PageCall, Seen } from './page-call.js'

/**
 * Runs in the page, so it refers to nothing outside of itself. Makes the calls, some at a time, as a page would.
 */
export const perform = async (calls: readonly PageCall[], atOnce: number): Promise<readonly Seen[]> => {
  const byFetch = async (call: PageCall): Promise<Seen> => {
    const { id, url, method, headers, credentials } = call
    const text = call.body ?? null
    const body = call.isStreamed === true ? new Blob([text ?? '']).stream() : text
    const fields = headers.map(([name, value]): [string, string] => [name, value])
    let response: Response
    try {
      const init = { method, headers: fields, credentials, body, duplex: 'half' }
      response = await fetch(url, init)
    } catch (error) {
      return { id, readable: false, error: (error as Error).name }
    }
    return {
      id,
      readable: true,
      status: response.status,
      headers: [...response.headers.keys()],
      body: await response.text(),
    }
  }

  const byXmlHttpRequest = (call: PageCall): Promise<Seen> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest()
      request.open(call.method, call.url)
      request.withCredentials = call.credentials === 'include'
      for (const [name, value] of call.headers) request.setRequestHeader(name, value)
      if (call.hasUploadListener === true) request.upload.onprogress = () => {}
      request.onerror = () => resolve({ id: call.id, readable: false })
      request.onload = () => {
        const lines = request.getAllResponseHeaders().split('\r\n')
        resolve({
          id: call.id,
          readable: true,
          status: request.status,
          headers: lines.filter((line) => line !== '').map((line) => line.slice(0, line.indexOf(':'))),
          body: request.responseText,
        })
      }
      request.send(call.body ?? null)
    })

  const byEventSource = ({ id, url, credentials }: PageCall): Promise<Seen> =>
    new Promise((resolve) => {
      const source = new EventSource(url, { withCredentials: credentials === 'include' })
      const end = (readable: boolean, body?: string): void => {
        source.close()
        resolve(body === undefined ? { id, readable } : { id, readable, body })
      }
      source.onmessage = ({ data }) => end(true, data)
      source.onerror = () => end(false)
    })

  const byWebSocket = ({ id, url }: PageCall): Promise<Seen> =>
    new Promise((resolve) => {
      const socket = new WebSocket(url.replace('http', 'ws'))
      socket.onmessage = ({ data }) => {
        socket.close()
        resolve({ id, readable: true, body: String(data) })
      }
      socket.onclose = () => resolve({ id, readable: false })
    })

  const ways = {
    fetch: byFetch,
    XMLHttpRequest: byXmlHttpRequest,
    EventSource: byEventSource,
    WebSocket: byWebSocket,
  }
  const seen: Seen[] = []
  const waiting = [...calls]
  const one = async (): Promise<void> => {
    for (let call = waiting.shift(); call !== undefined; call = waiting.shift()) {
      const { id, via } = call
      const silence = new Promise<Seen>((resolve) =>
        setTimeout(() => resolve({ id, readable: false, error: 'no answer for two minutes' }), 120_000),
      )
      seen.push(await Promise.race([ways[via](call), silence]))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  return seen
}
