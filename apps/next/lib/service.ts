import {
  type ControlAnswer,
  createShop,
  firstPort,
  pageOrigin,
  type Shop,
  shopPage,
  shopPolicy,
} from '@cors/app-service'
import { type CorsPolicy, createCorsPolicy } from '@cors/core'

/** What the proxy and every route handler share. */
export interface Service {
  readonly shop: Shop
  readonly policy: CorsPolicy
  /** In test mode: replaces the policy. `undefined`: there are no control routes. */
  readonly replace: ((config: unknown) => ControlAnswer) | undefined
}

/** Next bundles the proxy and each route apart, so what they share stands on the one object that all of them have. */
const SERVICE = Symbol.for('@cors/app-next/service')
const holder = globalThis as { [SERVICE]?: Service }

export const setService = (service: Service): void => {
  holder[SERVICE] = service
}

export const currentService = (): Service => {
  holder[SERVICE] ??= {
    shop: createShop(),
    policy: createCorsPolicy(shopPolicy(pageOrigin(shopPage, firstPort))),
    replace: undefined,
  }
  return holder[SERVICE]
}

/** The policy of the moment, as one that `corsProxy` can take when the bundle is loaded. */
export const sharedPolicy: CorsPolicy = {
  get config() {
    return currentService().policy.config
  },
  evaluate: (request, context) => currentService().policy.evaluate(request, context),
  isOriginAllowed: (origin, context) => currentService().policy.isOriginAllowed(origin, context),
  isOriginTrusted: (origin, context) => currentService().policy.isOriginTrusted(origin, context),
}
