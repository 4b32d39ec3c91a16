/** `(.*\.)?` and the like: a subdomain that need not be there. */
const OPTIONAL_SUBDOMAIN = /\([^(|]*[+*]\??\\\.\)[?*]/

/** The patterns that a regular expression most probably means. A wildcard would leave the domain itself out. */
export const regExpAsPatterns = (source: string): readonly (string | undefined)[] =>
  [source.replace(OPTIONAL_SUBDOMAIN, ''), source].map(regExpAsPattern)

/**
 * The pattern that a regular expression most probably means, with `*` for whatever may be anything; `undefined`
 * if it says more than that. It may have its asterisks where none can be: that is explained as if written so.
 */
const regExpAsPattern = (source: string): string | undefined => {
  const text = source
    .replace(/^\^|\$$/g, '')
    .replace(/\(?(\?:)?:(\\d|\[0-9\])[+*]\)?\??$/, ':*')
    .replace(/\\([./:-])|(\\[wd]|\.|\[[^\]]*\])[+*]\??/g, (_, literal) => literal ?? '*')
    .replace(/\((\?:)?(\*\.?)\)[?+*]?/g, '$2')
    .replace(/^https\?(?=:\/\/localhost)/, 'http')
    .replace(/^https\?/, 'https')
  if (/[^\w.:/*-]/.test(text)) return undefined
  // Without a scheme it says how an origin ends.
  const end = text.replace(/^[.:/*]+/, '')
  if (end.startsWith('localhost')) return 'http://localhost:*'
  // A single label may be only how a host begins.
  if (!/\.|:\/\/localhost/.test(end)) return undefined
  return end.includes('://') ? end : `https://*.${end}`
}
