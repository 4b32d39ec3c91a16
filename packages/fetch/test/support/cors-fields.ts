/** Every field that CORS and caches read. */
export const corsFields = ({ headers }: Response): Record<string, string> =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-') || name === 'vary'))

export const ask = (origin?: string, path = '/'): Request =>
  new Request(`http://localhost${path}`, origin === undefined ? {} : { headers: { origin } })

export const preflight = (origin: string, method = 'PUT', path = '/'): Request =>
  new Request(`http://localhost${path}`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': method },
  })
