import type { Context } from 'koa'

const longestBody = 65_536

/**
 * Only what says that it is JSON: a page of another origin may send any other type without asking.
 *
 * @throws an error that Koa answers with 400 or 413
 */
export const readJson = async (context: Context): Promise<unknown> => {
  if (!context.is('application/json')) context.throw(400, 'The body must be JSON')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of context.req) {
    length += (chunk as Buffer).length
    if (length > longestBody) context.throw(413, 'The body is too long')
    chunks.push(chunk as Buffer)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return context.throw(400, 'The body is not valid JSON')
  }
}

/** The body as an object, whose properties the caller has to check. */
export const readObject = async (context: Context): Promise<Readonly<Record<string, unknown>>> => {
  const body = await readJson(context)
  if (typeof body !== 'object' || body === null) return context.throw(400, 'body must be object')
  return { ...body }
}
