import type { Call, Expected, Preflight } from './call.js'

type ExpectedByPage = Call['expected']

const readable = (preflight: Preflight, status: number, headers: readonly string[]): Expected => ({
  verdict: 'readable',
  preflight,
  status,
  headers,
})

const unreadable: Expected = { verdict: 'unreadable', preflight: 'none' }
const unsent: Expected = { verdict: 'unsent', preflight: 'sent' }

/** No preflight: the request of a stranger is sent, too, but the answer is kept from it. */
export const simple = (status: number, headers: readonly string[] = []): ExpectedByPage => ({
  shop: readable('none', status, headers),
  preview: readable('none', status, headers),
  stranger: unreadable,
})

/** With a preflight, which holds back the request of a stranger. */
export const preflighted = (status: number, headers: readonly string[] = []): ExpectedByPage => ({
  shop: readable('sent', status, headers),
  preview: readable('sent', status, headers),
  stranger: unsent,
})

/** As {@link preflighted}, to a URL for which there was a preflight already. A refusal is never kept. */
export const preflightKept = (status: number, headers: readonly string[] = []): ExpectedByPage => ({
  shop: readable('kept', status, headers),
  preview: readable('kept', status, headers),
  stranger: unsent,
})

const everybody = (expected: Expected): ExpectedByPage => ({
  shop: expected,
  preview: expected,
  stranger: expected,
})

export const readableByEverybody = (status: number, headers: readonly string[]): ExpectedByPage =>
  everybody(readable('none', status, headers))

export const readableByNobody: ExpectedByPage = everybody(unreadable)

export const unsentByEverybody: ExpectedByPage = everybody(unsent)
