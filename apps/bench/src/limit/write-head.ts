import { ServerResponse } from 'node:http'

const original = ServerResponse.prototype.writeHead as (
  this: ServerResponse,
  status: number,
  headers?: unknown,
) => ServerResponse

/** Returns the response, of whatever framework's kind it is. */
export type WriteHead = (this: ServerResponse, status: number, given?: unknown) => never

/**
 * Functions that stand in place of a response's `writeHead`, one for each application. Nothing is looked up and
 * nothing is checked: only what these frameworks do here is provided for.
 */

/** Where the application sets no header. */
export const writeFlat = (headers: readonly string[]): WriteHead =>
  function writeHead(this: ServerResponse, status: number) {
    return original.call(this, status, headers) as never
  }

/** Where the application has set headers before. */
export const writeAfterSet = (headers: readonly string[]): WriteHead =>
  function writeHead(this: ServerResponse, status: number) {
    for (let index = 0; index < headers.length; index += 2) {
      this.setHeader(headers[index] as string, headers[index + 1] as string)
    }
    return original.call(this, status) as never
  }

/** Where the application names its headers in the call, in an object of the response's own. */
export const writeWithGiven = (headers: readonly string[]): WriteHead =>
  function writeHead(this: ServerResponse, status: number, given?: unknown) {
    const flat: unknown[] = []
    const own = given as Record<string, unknown>
    for (const name in own) flat.push(name, own[name])
    for (let index = 0; index < headers.length; index++) flat.push(headers[index])
    return original.call(this, status, flat) as never
  }
