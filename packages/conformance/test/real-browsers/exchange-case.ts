import type { BrowserRequest, HeaderField } from '../../src/index.js'

/** Whose pages make the requests. */
export const pageOrigin = 'http://app.example'

/** What a server answers, byte for byte. */
export interface ServerAnswer {
  readonly status: number
  /** Each is one line, written as it is. `{api}`, `{other}` and `{page}` stand for the URL of a case's folder there. */
  readonly fields: readonly HeaderField[]
  readonly body?: string
}

export interface ScriptRequest extends Omit<BrowserRequest, 'origin' | 'url'> {
  /** Default `{api}/a`. */
  readonly url?: string
}

/** Requests that a script makes, one after the other, and what servers answer. */
export interface ExchangeCase {
  readonly id: string
  readonly requests: readonly ScriptRequest[]
  /** By kind and last part of the path, `request a`; with a number, `preflight a 2`, from the second such request on. */
  readonly answers: Readonly<Record<string, ServerAnswer>>
}

export const answer = (status: number, ...fields: readonly HeaderField[]): ServerAnswer => ({
  status,
  fields,
})

export const allowOrigin = (value: string): HeaderField => ['Access-Control-Allow-Origin', value]
export const allowCredentials = (value = 'true'): HeaderField => ['Access-Control-Allow-Credentials', value]
export const allowMethods = (value: string): HeaderField => ['Access-Control-Allow-Methods', value]
export const allowHeaders = (value: string): HeaderField => ['Access-Control-Allow-Headers', value]
export const exposeHeaders = (value: string): HeaderField => ['Access-Control-Expose-Headers', value]
export const maxAge = (value: string): HeaderField => ['Access-Control-Max-Age', value]

/** What lets a page with credentials, and so every request of it, through the CORS check. */
export const open: readonly HeaderField[] = [allowOrigin(pageOrigin), allowCredentials()]

/** Values of one header as a hostile or clumsy server writes them: a name, and the lines. */
export type Written = readonly [name: string, ...lines: readonly HeaderField[]]
