/** Origins as the policy means them, by plain regular expressions and no regard for speed. */

const label = '[a-z0-9_-]{1,63}'
const defaultPorts: Readonly<Record<string, string>> = { http: '80', https: '443' }
const withoutMeaning = ['file', 'ws', 'wss', 'blob', 'data', 'javascript', 'about']

const isPort = (port: string, scheme: string): boolean =>
  /^[1-9][0-9]{0,4}$/.test(port) && Number(port) <= 65_535 && port !== defaultPorts[scheme]

const isIpv4 = (host: string): boolean =>
  /^[0-9]+(\.[0-9]+){3}$/.test(host) &&
  host.split('.').every((part) => Number(part) <= 255 && String(Number(part)) === part)

/** The URL parser knows how a browser would write it. */
const isIpv6 = (host: string): boolean =>
  /^\[[0-9a-f:]+\]$/.test(host) &&
  URL.canParse(`http://${host}`) &&
  new URL(`http://${host}`).hostname === host &&
  !host.startsWith('[::ffff:')

const isDomain = (host: string): boolean =>
  host.length <= 253 && new RegExp(`^${label}(\\.${label})*$`).test(host) && !/(^|\.)[0-9]+$/.test(host)

export const isWellFormed = (origin: string): boolean => {
  const match = /^([a-z][a-z0-9+.-]{0,63}):\/\/(\[[^\]]*\]|[^:[\]]*)(?::(.*))?$/s.exec(origin)
  if (match === null || origin.length > 330) return false
  const [, scheme = '', host = '', port] = match
  if (scheme in defaultPorts) {
    if (port !== undefined && !isPort(port, scheme)) return false
    return isIpv4(host) || isIpv6(host) || isDomain(host)
  }
  if (withoutMeaning.includes(scheme)) return false
  if (port !== undefined && !isPort(port, scheme)) return false
  return /^[A-Za-z0-9._-]{1,253}$/.test(host)
}

/** Cleartext, and not on this machine. */
export const isInsecure = (origin: string): boolean =>
  /^http:\/\//.test(origin) && !/^http:\/\/((.+\.)?localhost|127\.[0-9.]+|\[::1\])(:[0-9]+)?$/.test(origin)

export const matchesPattern = (pattern: string, origin: string): boolean => {
  if (!pattern.includes('*')) return pattern === origin
  if (!isWellFormed(origin)) return false
  const source = pattern
    .replace(/[.[\]/]/g, '\\$&')
    .replace(/^(https?:\\\/\\\/)\*\\\./, `$1(?:${label}\\.)+`)
    .replace(/:\*$/, '(?::[0-9]+)?')
  return new RegExp(`^${source}$`).test(origin)
}
