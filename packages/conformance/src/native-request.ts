/**
 * What policy functions and lookups of the cases read from a framework's own request: every framework has `url`
 * and `headers`, be they Node's or those of the Fetch standard.
 */
interface NativeRequest {
  readonly url: string
  readonly headers: { get?(name: string): string | null } | Readonly<Record<string, unknown>>
}

const isNativeRequest = (value: unknown): value is NativeRequest =>
  typeof value === 'object' && value !== null && 'url' in value && 'headers' in value

/** @throws where the adapter passes something else than the native request */
const native = (value: unknown): NativeRequest => {
  if (!isNativeRequest(value)) throw new TypeError('the adapter did not pass the native request')
  return value
}

export const pathOf = (request: unknown): string => new URL(native(request).url, 'http://localhost').pathname

export const headerOf = (request: unknown, name: string): string | undefined => {
  const { headers } = native(request)
  const value =
    typeof headers.get === 'function' ? headers.get(name) : (headers as Record<string, unknown>)[name]
  return typeof value === 'string' ? value : undefined
}
