import type { NodeResponse } from './node-message.js'

export type Method = (this: unknown, ...args: unknown[]) => unknown

interface HttpResponse extends NodeResponse {
  /** Of HTTP/2's responses only. */
  readonly stream?: unknown
}

/**
 * Does this `writeHead` take a flat array? Node's own does; what others put in its place may not (`on-headers` before
 * 1.1 splits the names into letters), nor what a subclass puts over it (those for AWS Lambda take "0" for a name), and
 * the one of HTTP/2 does not in every version.
 */
export const takesFlatArray = (response: HttpResponse, writeHead: Method): boolean =>
  writeHead === ofBaseClass || (response.stream === undefined && isOfBaseClass(response, writeHead))

/** The last one that was found to be nobody's override: on nearly every server the only one there is. */
let ofBaseClass: Method | undefined

/** Is it of the class that first has one, as Node's is? */
const isOfBaseClass = (response: object, writeHead: Method): boolean => {
  let above: { readonly writeHead?: Method } = response as { readonly writeHead: Method }
  do above = Object.getPrototypeOf(above)
  while (above.writeHead === writeHead)
  const isFirst = above.writeHead === undefined
  if (isFirst) ofBaseClass = writeHead
  return isFirst
}
