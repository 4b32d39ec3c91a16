import { request } from 'node:http'

export interface Answer {
  readonly status: number
  /** The CORS response headers as sent: every field line, in order. */
  readonly cors: readonly string[]
  readonly vary: string | undefined
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
}

/** One request to a demo app, on a connection of its own, with exactly these headers: `fetch` would set some itself. */
export const ask = (
  url: string,
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: unknown,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const asking = request(url + path, { method, headers: { ...json, ...headers }, agent: false })
    asking.on('error', reject)
    asking.on('response', async (response) => {
      let text = ''
      for await (const chunk of response.setEncoding('utf8')) text += chunk
      const lines = response.rawHeaders.flatMap((name, index, raw) =>
        index % 2 === 0 ? [`${name}: ${raw[index + 1]}`] : [],
      )
      resolve({
        status: response.statusCode ?? 0,
        cors: lines.filter((line) => /^access-control-/i.test(line)),
        vary: response.headers.vary,
        headers: response.headers,
        body: text,
      })
    })
    asking.end(body === undefined ? undefined : JSON.stringify(body))
  })
