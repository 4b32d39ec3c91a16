/** `origins` is no list: how would it be written as one? */
export const originsSuggestion = (value: unknown): string | undefined => {
  if (value === true) {
    return '"*", which excludes credentials; there is no option to reflect any origin'
  }
  if (value === false) return 'policy: false, in the options of the adapter'
  if (typeof value === 'function') return '[lookup]'
  if (typeof value === 'string' && value !== '')
    return JSON.stringify(value.split(',').map((origin) => origin.trim()))
  return undefined
}

/** The subdomain pattern that a regular expression most probably means. */
export const regExpSuggestion = (source: string): string | undefined => {
  const plain = source.replaceAll('\\', '').replace(/^\^/, '').replace(/\$$/, '')
  const scheme = plain.startsWith('http:') ? 'http' : 'https'
  const exact = /^https?\??:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(plain)?.[1]
  if (exact !== undefined) return `"${scheme}://${exact}"`
  const domain = /(?:^|[^a-z0-9-])([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(plain)?.[1]
  return domain === undefined ? undefined : `"${scheme}://*.${domain}"`
}
