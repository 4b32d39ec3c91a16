/// <reference lib="dom" />
import type { ScriptRequest } from './exchange-case.js'
import type { ScriptOutcome } from './script-outcome.js'

export type PlacedRequest = ScriptRequest & { readonly url: string }

/** Runs in the page. It is sent there as text: it can use nothing but its arguments. */
export const runInPage = async (
  sequences: readonly (readonly PlacedRequest[])[],
): Promise<readonly (readonly ScriptOutcome[])[]> => {
  const byFetch = async (request: PlacedRequest): Promise<ScriptOutcome> => {
    const {
      url,
      method = 'GET',
      headers = [],
      credentials = 'same-origin',
      body,
      redirect = 'follow',
    } = request
    try {
      const response = await fetch(url, {
        method,
        headers: headers.map(([name, value]): [string, string] => [name, value]),
        credentials,
        redirect,
        ...(body === undefined ? {} : { body }),
      })
      return {
        readable: true,
        status: response.status,
        url: response.url,
        headers: [...response.headers].map(([name, value]) => [name, value] as const),
        body: await response.text(),
        type: response.type,
        redirected: response.redirected,
      }
    } catch {
      return { readable: false }
    }
  }
  const byXmlHttpRequest = ({
    url,
    method = 'GET',
    headers = [],
    body,
  }: PlacedRequest): Promise<ScriptOutcome> =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest()
      request.open(method, url)
      for (const [name, value] of headers) request.setRequestHeader(name, value)
      request.upload.addEventListener('progress', () => {})
      request.addEventListener('error', () => resolve({ readable: false }))
      request.addEventListener('load', () =>
        resolve({
          readable: true,
          status: request.status,
          url: request.responseURL,
          headers: request
            .getAllResponseHeaders()
            .split('\r\n')
            .filter((line) => line !== '')
            .map(
              (line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()] as const,
            ),
          body: request.responseText,
        }),
      )
      request.send(body ?? null)
    })
  const inOrder = async (requests: readonly PlacedRequest[]): Promise<readonly ScriptOutcome[]> => {
    const outcomes: ScriptOutcome[] = []
    for (const request of requests) {
      outcomes.push(await (request.uploadListener === true ? byXmlHttpRequest(request) : byFetch(request)))
    }
    return outcomes
  }
  return Promise.all(sequences.map(inOrder))
}
