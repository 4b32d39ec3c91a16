import type { BrowserName } from '@cors/browsers'

/** What a browser does that the standard does not say. Each is `false` in the standard. */
export interface Deviations {
  /** `*` among the allowed headers covers `Authorization`. */
  readonly anyCoversAuthorization: boolean
  /** After a redirect to another origin, the preflight has the page's `Origin`; the request has `null`. */
  readonly preflightsAreNotTainted: boolean
  /** Once a request was preflighted, there is a preflight after each redirect, too, needed or not. */
  readonly preflightsEveryStep: boolean
  /** Responses over HTTP/2 have a header `X-Firefox-Spdy` that no server sent. */
  readonly addsSpdyHeader: boolean
}

export interface KnownDifference {
  readonly name: keyof Deviations
  readonly browsers: readonly BrowserName[]
  readonly standard: string
  /** Where the browser's makers speak of it, or the code that does it. */
  readonly link: string
}

/**
 * Every known difference between the browsers and the standard. None is tolerated in silence: the suite expects it,
 * and fails when it does not occur any more.
 */
export const knownDifferences: readonly KnownDifference[] = [
  {
    name: 'anyCoversAuthorization',
    browsers: ['chromium', 'firefox'],
    standard: 'https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name',
    link: 'https://github.com/whatwg/fetch/issues/1919',
  },
  {
    name: 'preflightsAreNotTainted',
    browsers: ['firefox'],
    standard: 'https://fetch.spec.whatwg.org/#serializing-a-request-origin',
    // `StartCORSPreflight` takes the principal that loads, whatever was on the way.
    link: 'https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsCORSListenerProxy.cpp',
  },
  {
    name: 'preflightsEveryStep',
    browsers: ['firefox'],
    standard: 'https://fetch.spec.whatwg.org/#main-fetch',
    // `SetupReplacementChannel` hands on that a preflight is required.
    link: 'https://searchfox.org/mozilla-central/source/netwerk/protocol/http/HttpBaseChannel.cpp',
  },
  {
    name: 'addsSpdyHeader',
    browsers: ['firefox'],
    standard: 'https://fetch.spec.whatwg.org/#concept-response-header-list',
    link: 'https://searchfox.org/mozilla-central/search?q=X-Firefox-Spdy',
  },
]

export const standard: Deviations = {
  anyCoversAuthorization: false,
  preflightsAreNotTainted: false,
  preflightsEveryStep: false,
  addsSpdyHeader: false,
}

export const differencesOf = (browser: BrowserName): readonly KnownDifference[] =>
  knownDifferences.filter(({ browsers }) => browsers.includes(browser))

export const deviationsOf = (browser: BrowserName): Deviations => ({
  ...standard,
  ...Object.fromEntries(differencesOf(browser).map(({ name }) => [name, true])),
})
