/** What the handler of `/own-cors-headers` writes by hand. The origin is one that no policy of the kit lists. */
export const ownCorsHeaders: Readonly<Record<string, string>> = {
  'access-control-allow-origin': 'https://handler.example',
  'access-control-allow-credentials': 'true',
  'access-control-expose-headers': 'x-handler',
  'access-control-allow-methods': 'PURGE',
  'access-control-allow-headers': 'x-by-hand',
  'access-control-max-age': '86400',
}
