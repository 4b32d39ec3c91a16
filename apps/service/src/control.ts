import {
  type CorsConfig,
  CorsConfigError,
  type CorsPolicy,
  createReloadablePolicy,
  type ReloadableCorsPolicy,
} from '@cors/core'

/** In test mode: `PUT` a configuration as JSON here, and the next request is judged by it. */
export const controlPolicyPath = '/control/policy'

/** In test mode: `GET` how many handlers have run. */
export const controlRunsPath = '/control/runs'

interface Caller {
  readonly remoteAddress: string | undefined
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
}

/**
 * Only programs on this machine may control: nothing from the network, and no page in a browser. Browsers say
 * `Origin`, or at least `Sec-Fetch-Site`, and a page whose name was made to lead here says that name in `Host`.
 * A form cannot send PUT, and what it can send is not JSON.
 */
export const mayControl = ({ remoteAddress, headers }: Caller): boolean =>
  isLoopbackAddress(remoteAddress) &&
  isLoopbackHost(headers['host']) &&
  headers['origin'] === undefined &&
  headers['sec-fetch-site'] === undefined

const isLoopbackAddress = (address = ''): boolean => /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(address)

const isLoopbackHost = (host: Caller['headers'][string]): boolean =>
  typeof host === 'string' && /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)

export const controllable = (policy: CorsConfig | CorsPolicy): ReloadableCorsPolicy =>
  createReloadablePolicy('evaluate' in policy ? policy.config : policy)

export interface ControlAnswer {
  readonly status: 204 | 400
  /** The mistakes of the configuration, as {@link CorsConfigError} has them. */
  readonly body?: { readonly issues: CorsConfigError['issues'] }
}

export const replacePolicy = (policy: ReloadableCorsPolicy, config: unknown): ControlAnswer => {
  try {
    policy.replace(config as CorsConfig)
    return { status: 204 }
  } catch (error) {
    if (!(error instanceof CorsConfigError)) throw error
    return { status: 400, body: { issues: error.issues } }
  }
}
