import type { BrowserName } from '@cors/browsers'
import type { Field } from '../meaning/request-headers.js'
import { apisFor, http2Api, type Place } from '../places.js'
import type { Call, Target } from './call.js'
import { methodNames, unsafeHeaderNames } from './policies.js'
import type { Random } from './random.js'

const methods = ['GET', 'HEAD', 'POST', ...methodNames, 'patch', 'put', 'Delete', 'get', 'TRACE'] as const
const statuses = [200, 200, 200, 201, 204, 206, 304, 400, 401, 403, 404, 409, 418, 500, 503] as const
const modes = ['omit', 'same-origin', 'include', 'include'] as const

interface Scene {
  readonly browser: BrowserName
  readonly place: Place
  readonly subject: string
}

/** What some page may do to a subject. */
export const generateCall = (random: Random, id: string, { browser, place, subject }: Scene): Call => {
  const http2 = http2Api(subject)
  const api = random.pick(apisFor(place, subject))
  const base = { id, api, headers: [], hasUploadListener: false }
  const way = random.next()
  if (way < 0.08) {
    const target: Target = { kind: 'live' }
    // A WebSocket begins in HTTP/1.1.
    const apis = apisFor(place, subject).filter((origin) => origin !== http2)
    return {
      ...base,
      api: random.pick(apis),
      via: 'WebSocket',
      method: 'GET',
      credentials: 'include',
      target,
    }
  }
  if (way < 0.16) {
    const credentials = random.pick(['same-origin', 'include'] as const)
    const status = random.pick([200, 200, 200, 204, 404])
    const target: Target = { kind: 'answer', status, as: 'events' }
    return { ...base, via: 'EventSource', method: 'GET', credentials, target }
  }
  // Firefox sends no streams.
  if (way < 0.2 && browser === 'chromium') return generateStreamedUpload(random, { ...base, api: http2 })
  return way < 0.28 ? generateUpload(random, base) : generateFetch(random, base, apisFor(place, subject))
}

type Base = Pick<Call, 'id' | 'api'>

const generateUpload = (random: Random, base: Base): Call => {
  const method = random.pick(['POST', 'POST', 'PUT'] as const)
  const hasUploadListener = random.chance(0.6)
  const headers = random.chance(0.3) ? generateHeaders(random) : []
  const credentials = random.pick(['same-origin', 'include'] as const)
  const target = generateTarget(random, method)
  return {
    ...base,
    via: 'XMLHttpRequest',
    method,
    headers,
    credentials,
    body: 'up',
    hasUploadListener,
    target,
  }
}

const generateStreamedUpload = (random: Random, base: Base): Call => {
  const method = random.pick(['POST', 'POST', 'PUT'] as const)
  const headers: readonly Field[] = [['Content-Type', 'text/plain'], ...generateHeaders(random)]
  return {
    ...base,
    via: 'fetch',
    method,
    headers,
    credentials: random.pick(modes),
    body: 'piece by piece',
    hasUploadListener: false,
    isStreamed: true,
    target: generateTarget(random, method),
  }
}

const generateFetch = (random: Random, base: Base, apis: readonly string[]): Call => {
  // Half of the calls are what most pages do.
  const method = random.chance(0.5) ? random.pick(['GET', 'GET', 'POST', 'HEAD']) : random.pick(methods)
  const hasBody = !/^(get|head|trace|options)$/i.test(method) && random.chance(0.6)
  const target = generateTarget(random, method)
  const headers = [
    ...(random.chance(0.5) ? generateHeaders(random) : []),
    ...(hasBody && random.chance(0.7) ? [generateContentType(random)] : []),
  ]
  const credentials = random.pick(modes)
  const call = {
    ...base,
    via: 'fetch',
    method,
    headers,
    credentials,
    hasUploadListener: false,
    target,
  } as const
  const isJson = headers.some(([, value]) => value.startsWith('application/json'))
  const withBody = hasBody ? { ...call, body: isJson ? '{}' : 'a=b' } : call
  if (target.kind !== 'answer' || !random.chance(0.2)) return withBody
  const to = random.chance(0.5) ? base.api : random.pick(apis)
  return { ...withBody, redirect: { status: random.pick([301, 302, 303, 307, 308] as const), to } }
}

const generateTarget = (random: Random, method: string): Target => {
  if (random.chance(0.06)) return { kind: 'missing' }
  if (/^(get|head)$/i.test(method) && random.chance(0.08)) return { kind: 'failure' }
  const status = random.pick(statuses)
  return random.chance(0.2) ? { kind: 'answer', status, as: 'stream' } : { kind: 'answer', status }
}

const long = (length: number): string => 'a'.repeat(length)

const generateHeaders = (random: Random): readonly Field[] => {
  const fields: Field[] = random.some(unsafeHeaderNames, 0.3).map((name) => [name, '"1"'])
  if (random.chance(0.25)) fields.push(['Accept', random.pick(['text/plain', long(128), long(129), 'a"b'])])
  if (random.chance(0.2))
    fields.push(['Accept-Language', random.pick(['de', 'de;q=0.5', 'de_AT', long(129)])])
  if (random.chance(0.15)) fields.push(['Content-Language', random.pick(['de', 'de-AT, en', 'de/at'])])
  if (random.chance(0.1))
    fields.push(['Range', random.pick(['bytes=0-9', 'bytes=5-', 'bytes=-5', 'bytes=0-1,2-3'])])
  if (random.chance(0.05)) fields.push(['Sec-Example', '1'])
  return fields
}

const generateContentType = (random: Random): Field => [
  'Content-Type',
  random.pick([
    'text/plain',
    'TEXT/PLAIN; charset=utf-8',
    'application/x-www-form-urlencoded',
    'application/json',
    'application/json; charset=utf-8',
    `text/plain; charset=utf-8; x=${long(128)}`,
  ]),
]
