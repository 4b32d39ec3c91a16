/** Where each case's expectation comes from. A sentence stands for a rule of the policy that no standard has. */
export const spec = {
  corsRequest: 'https://fetch.spec.whatwg.org/#cors-request',
  preflightRequest: 'https://fetch.spec.whatwg.org/#cors-preflight-request',
  httpResponses: 'https://fetch.spec.whatwg.org/#http-responses',
  headerSyntax: 'https://fetch.spec.whatwg.org/#http-new-header-syntax',
  credentials: 'https://fetch.spec.whatwg.org/#cors-protocol-and-credentials',
  httpCaches: 'https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches',
  corsCheck: 'https://fetch.spec.whatwg.org/#concept-cors-check',
  preflightFetch: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch-0',
  preflightCache: 'https://fetch.spec.whatwg.org/#concept-cache',
  nonWildcard: 'https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name',
  forbiddenMethod: 'https://fetch.spec.whatwg.org/#forbidden-method',
  originHeader: 'https://fetch.spec.whatwg.org/#origin-header',
  originSerialization: 'https://html.spec.whatwg.org/#ascii-serialisation-of-an-origin',
  opaqueOrigin: 'https://html.spec.whatwg.org/#concept-origin-opaque',
  vary: 'https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5',
  noContent: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.3.5',
  lists: 'https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1.2',
  fieldLines: 'https://www.rfc-editor.org/rfc/rfc9110#section-5.3',
  fieldNames: 'https://www.rfc-editor.org/rfc/rfc9110#section-5.1',
  pattern: 'policy: "*." is one or more whole DNS labels, ":*" any port but the default spelled out',
  firstRule: 'policy: the first rule whose origins match decides, alone and whole',
  constantLists: 'policy: allow-methods and allow-headers are the configured lists, whatever is asked',
  requestedLists: 'policy: "any" with credentials sends back what is asked, validated',
  lookup:
    'policy: a lookup allows by exactly true, is asked about well-formed origins only, and fails closed',
  everyResponse: 'policy: every response in scope carries the decision, and no handler runs for a preflight',
  ownHeaders: 'policy: CORS response headers belong to the policy; Vary is merged',
  policyFunction: 'policy: a function may choose the policy; the answer then always varies by Origin',
  policyOff: 'policy: false is as if no adapter were there',
  onDecision: 'policy: onDecision is told each CORS decision once and changes no response',
  routePolicy: 'policy: a preflight is judged by the policy of the route that it asks about',
  startUp: 'policy: a configuration mistake fails start-up, never a request',
} as const

/** A URL of a standard, or one sentence that begins with `policy: `. */
export type SpecReference = (typeof spec)[keyof typeof spec]
