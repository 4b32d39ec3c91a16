import type { Call } from '../generate/call.js'
import { type Field, isForbidden } from './request-headers.js'

/** What is asked at one URL. A redirect makes the next one. */
export interface Step {
  /** Of the URL. */
  readonly api: string
  /** The `Origin` of the request. */
  readonly origin: string
  readonly method: string
  /** With names in lower case. */
  readonly fields: readonly Field[]
}

export const firstStep = (call: Call, origin: string): Step => ({
  api: call.api,
  origin,
  method: normalized(call.method),
  fields: fieldsOf(call),
})

/** @see https://fetch.spec.whatwg.org/#concept-method-normalize */
const normalized = (method: string): string =>
  /^(delete|get|head|options|post|put)$/i.test(method) ? method.toUpperCase() : method

const fieldsOf = ({ headers, body, isStreamed }: Call): readonly Field[] => {
  const fields = headers
    .map(([name, value]): Field => [name.toLowerCase(), value])
    .filter(([name]) => !isForbidden(name))
  const hasType = fields.some(([name]) => name === 'content-type')
  return body === undefined || hasType || isStreamed === true
    ? fields
    : [...fields, ['content-type', 'text/plain;charset=UTF-8']]
}

/** @see https://fetch.spec.whatwg.org/#http-redirect-fetch */
export const redirected = ({ api, origin, method, fields }: Step, status: number, to: string): Step => {
  const becomesGet =
    ((status === 301 || status === 302) && method === 'POST') ||
    (status === 303 && method !== 'GET' && method !== 'HEAD')
  const leavesOrigin = api !== to
  return {
    api: to,
    // A server that sends a request on to a third party must not lend it the page's name.
    origin: leavesOrigin && origin !== api ? 'null' : origin,
    method: becomesGet ? 'GET' : method,
    fields: fields.filter(
      ([name]) =>
        !(becomesGet && /^content-(encoding|language|location|type)$/.test(name)) &&
        !(leavesOrigin && name === 'authorization'),
    ),
  }
}
