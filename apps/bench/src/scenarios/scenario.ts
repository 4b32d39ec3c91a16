/** What a request is made of. Header names and values alternate, as Node's parser hands them over. */
export interface RequestShape {
  readonly method: string
  readonly url: string
  readonly headers: readonly string[]
}

/** A policy, told to every contender in its own words. The rest is the same in all scenarios. */
export interface PolicyShape {
  readonly origins: readonly string[]
  /** Any subdomain of these, over https: for ours a pattern, for peers a RegExp. */
  readonly domains: readonly string[]
  /** Who is asked about an origin that is not listed. */
  readonly lookup?: 'synchronous' | 'promise'
  /** Any request header: what a peer does if none is configured. */
  readonly anyHeader?: boolean
}

/** What must come back. */
export type Answer = 'non-cors' | 'allowed' | 'denied' | 'preflight'

export interface Scenario {
  /** `e-1000-missing`; its first letter is the row of the issue. */
  readonly id: string
  readonly title: string
  /** Made when the scenario runs: 100,000 origins are not built for a look at the list. */
  readonly policy: () => PolicyShape
  readonly request: RequestShape
  readonly answer: Answer
  /** The scenario with the same answer and one listed origin, which this one is compared with. */
  readonly plain?: 'b' | 'c' | 'd'
}

/** A scenario, as an application is made for it. */
export interface Work {
  readonly policy: PolicyShape
  /** The one that the requests have. */
  readonly origin: string
  readonly answer: Answer
}

export const workOf = ({ policy, request, answer }: Scenario): Work => ({
  policy: policy(),
  origin: request.headers[request.headers.indexOf('Origin') + 1] ?? '',
  answer,
})
