import type { Call } from '@cors/app-service'
import type { ScriptOutcome } from '../results/call-result.js'

/** Enough to recognise a body. */
const mostCharacters = 400

/** What any page could do: nothing here knows of CORS. */
export const performCall = (call: Call, url: string): Promise<ScriptOutcome> =>
  call.via === 'EventSource' ? listen(call, url) : read(call, url)

const read = async ({ method, headers, body, credentials }: Call, url: string): Promise<ScriptOutcome> => {
  try {
    const response = await fetch(url, {
      method,
      headers,
      credentials,
      ...(body === undefined ? {} : { body }),
    })
    const text = await response.text()
    return {
      readable: true,
      status: response.status,
      headers: [...response.headers],
      body: text.slice(0, mostCharacters),
    }
  } catch (error) {
    return { readable: false, error: String(error) }
  }
}

/** Until the first event. */
const listen = ({ credentials }: Call, url: string): Promise<ScriptOutcome> =>
  new Promise((resolve) => {
    const source = new EventSource(url, { withCredentials: credentials === 'include' })
    const end = (outcome: ScriptOutcome): void => {
      source.close()
      resolve(outcome)
    }
    source.addEventListener('price', ({ data }) =>
      // An EventSource shows no headers, and only a response with 200 gets as far as an event.
      end({ readable: true, status: 200, headers: [], body: String(data) }),
    )
    source.addEventListener('error', () =>
      end({ readable: false, error: 'an error event, without a reason' }),
    )
  })
