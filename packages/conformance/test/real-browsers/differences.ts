import type { BrowserName } from '@cors/browsers'
import type { Observed } from './runs.js'

/** Where an engine does otherwise than the standard, and so than the model. */
export interface Difference {
  readonly what: string
  readonly link: string
  /** Ids of the exchanges in which it shows, and what happens in each instead. */
  readonly instead: Readonly<Record<string, string>>
}

const chromiumSource = 'https://source.chromium.org/chromium/chromium/src/+/main:services/network'
const firefoxSource = 'https://searchfox.org/mozilla-central/source'
const corsListener = `${firefoxSource}/netwerk/protocol/http/nsCORSListenerProxy.cpp`

const repeated = 'preflight PUT, request PUT, preflight PUT, request PUT: readable, readable'

/**
 * Every one that is known, by name. An exchange that is not listed must go as the model says; one that is listed must
 * go as it says here, so that a difference which is gone is noticed, too. That `*` covers `Authorization` is not
 * here: the model knows it of each engine.
 */
export const differences: Readonly<Record<BrowserName, readonly Difference[]>> = {
  chromium: [
    {
      what: 'A script cannot set User-Agent: it is dropped, like a forbidden request-header.',
      link: 'https://issues.chromium.org/issues/40450316',
      instead: { 'safelist-user-agent': 'request POST: readable' },
    },
    {
      what: 'Client hints are safelisted, too.',
      link: `${chromiumSource}/public/cpp/cors/cors.cc`,
      instead: {
        'safelist-dpr': 'request POST: readable',
        'safelist-save-data': 'request POST: readable',
        'safelist-viewport-width': 'request POST: readable',
        'safelist-device-memory': 'request POST: readable',
      },
    },
    {
      what: 'A redirect with an empty Location is no redirect, but an answer.',
      link: 'https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_response_headers.cc',
      instead: { 'redirect-empty-location': 'request GET: readable' },
    },
    {
      what: 'Values of one header are combined before their length is judged.',
      link: `${chromiumSource}/public/cpp/cors/cors.cc`,
      instead: { 'safelist-sum-1024': 'preflight POST: TypeError' },
    },
    {
      what: 'A negative max-age counts as 0, not as none.',
      link: `${chromiumSource}/public/cpp/cors/preflight_result.cc`,
      instead: { 'cache-age-negative': repeated },
    },
    {
      what: 'The CORS-preflight cache is keyed by the URL with its fragment.',
      link: `${chromiumSource}/cors/preflight_cache.cc`,
      instead: { 'cache-another-fragment': repeated },
    },
    {
      what: 'A network error does not clear the CORS-preflight cache.',
      link: 'https://github.com/whatwg/fetch/pull/1101',
      instead: {
        'cache-forgotten-after-a-failure':
          'preflight PUT, request PUT, request PUT, request PUT: readable, TypeError, TypeError',
      },
    },
  ],
  firefox: [
    {
      what: 'Bytes above 127 make a safelisted header unsafe.',
      link: `${firefoxSource}/dom/base/nsContentUtils.cpp`,
      instead: { 'safelist-accept-high-byte': 'preflight POST: TypeError' },
    },
    {
      what: 'There is no limit of 1,024 bytes for all safelisted headers together.',
      link: `${firefoxSource}/dom/base/nsContentUtils.cpp`,
      instead: { 'safelist-sum-1025': 'request POST: readable' },
    },
    {
      what: 'After a redirect to a third origin a preflight still names the page, though the request says null.',
      link: corsListener,
      instead: {
        'redirect-with-preflights-elsewhere':
          'preflight PUT, request PUT, preflight PUT, request PUT: TypeError',
      },
    },
    {
      what: 'What needed a preflight gets one after each redirect, also where nothing is left to ask for.',
      link: corsListener,
      instead: {
        'redirect-authorization-leaves': 'preflight GET, request GET, preflight GET, request GET: readable',
        'redirect-303-PUT': 'preflight PUT, request PUT, preflight GET, request GET: readable',
      },
    },
    {
      what: 'A max-age that does not parse means never, not the default.',
      link: corsListener,
      instead: {
        'cache-age-plus': repeated,
        'cache-age-negative': repeated,
        'cache-age-decimal': repeated,
        'cache-age-word': repeated,
        'cache-age-unit': repeated,
        'cache-age-quoted': repeated,
        'cache-age-list': repeated,
        'cache-age-two-lines': repeated,
      },
    },
    {
      what: 'The CORS-preflight cache is keyed by the URL with its fragment.',
      link: corsListener,
      instead: { 'cache-another-fragment': repeated },
    },
    {
      what: 'What a request with credentials asked does not serve one without.',
      link: corsListener,
      instead: { 'cache-none-after-credentials': repeated },
    },
    {
      what: 'A wildcard is kept as what was asked for, not as a wildcard.',
      link: corsListener,
      instead: {
        'cache-any-method':
          'preflight PUT, request PUT, preflight DELETE, request DELETE: readable, readable',
        'cache-any-header': 'preflight GET, request GET, preflight GET, request GET: readable, readable',
      },
    },
  ],
}

export const inShort = ({ received, outcomes }: Observed): string => {
  const sent = received.map(
    ({ kind, method, accessControlRequestMethod }) => `${kind} ${accessControlRequestMethod ?? method}`,
  )
  return `${sent.join(', ')}: ${outcomes.map(({ readable }) => (readable ? 'readable' : 'TypeError')).join(', ')}`
}
