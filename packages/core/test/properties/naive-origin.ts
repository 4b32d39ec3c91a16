/** What an `Origin` is, by regular expressions and the platform's URL parser: nothing of src/ is used. */

const DOMAIN = /^[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/
const ENDS_IN_NUMBER = /(^|\.)(\d+|0x[0-9a-f]*)$/
const IPV4_MAPPED = /^\[::ffff:[0-9a-f]+:[0-9a-f]+\]$/
const REFUSED = ['file', 'ws', 'wss', 'blob', 'data', 'javascript', 'about']

const isPort = (port: string | undefined): boolean =>
  port === undefined || (/^[1-9]\d{0,4}$/.test(port) && Number(port) <= 65_535)

const isAddress = (host: string): boolean => {
  try {
    return new URL(`https://${host}`).hostname === host
  } catch {
    return false
  }
}

const isHttpHost = (host: string): boolean => {
  if (host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+$/.test(host))
    return isAddress(host) && !IPV4_MAPPED.test(host)
  return DOMAIN.test(host) && host.length <= 253 && !ENDS_IN_NUMBER.test(host)
}

/** Is it a serialised origin that could be configured? */
export const isWellFormed = (origin: string): boolean => {
  const [, scheme = '', host = '', port] =
    /^([a-z][a-z0-9+.-]{0,63}):\/\/(\[[^\]]*\]|[^:]*)(?::([^:]*))?$/s.exec(origin) ?? []
  if (!isPort(port) || REFUSED.includes(scheme)) return false
  if (scheme === 'https') return isHttpHost(host) && port !== '443'
  if (scheme === 'http') return isHttpHost(host) && port !== '80'
  return scheme !== '' && /^[A-Za-z0-9._-]{1,253}$/.test(host)
}

/** Cleartext that leaves the machine, of a well-formed origin. */
export const isInsecure = (origin: string): boolean =>
  origin.startsWith('http://') &&
  !/^http:\/\/([^:]*\.)?localhost(:\d+)?$/.test(origin) &&
  !/^http:\/\/127\.\d+\.\d+\.\d+(:\d+)?$/.test(origin) &&
  !/^http:\/\/\[::1\](:\d+)?$/.test(origin)

/** Is it an origin, or a pattern of origins, that could be configured? */
export const isPattern = (text: string): boolean => {
  const [, scheme, wildcard, host = '', anyPort] = /^(https?:\/\/)(\*\.)?(.*?)(:\*)?$/s.exec(text) ?? []
  if (scheme === undefined) return isWellFormed(text)
  const isAddressed = host.startsWith('[') || /^\d+\.\d+\.\d+\.\d+(:|$)/.test(host)
  if (wildcard !== undefined && isAddressed) return false
  return isWellFormed(scheme + host) && (anyPort === undefined || !/:\d*$/.test(host))
}
