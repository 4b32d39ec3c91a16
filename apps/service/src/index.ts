export {
  type Answer,
  answerAsTold,
  answeredHeader,
  answerHeaders,
  answerPath,
  piecesOf,
} from './answer-as-told.js'
export type { Call, CallGroup, Expected, Preflight, Verdict } from './calls/call.js'
export { callGroups, calls } from './calls/index.js'
export {
  type ControlAnswer,
  controllable,
  controlPolicyPath,
  controlRunsPath,
  mayControl,
  replacePolicy,
} from './control.js'
export { type Page, type PageId, pageOrigin, pages, shopPage } from './pages.js'
export { internalPolicy, publicPolicy, shopPolicy } from './policies.js'
export { firstPort, type ServiceId, servicePort } from './ports.js'
export { entityTag, type Product, type ProductInput, Products } from './products.js'
export { runAlone } from './run-alone.js'
export type { RunningService, ServiceOptions, StartService } from './service.js'
export { type Credentials, customer, Sessions, sessionCookie, sessionCookieAttributes } from './sessions.js'
export { createShop, movedTo, type Shop, servedBy } from './shop.js'
export { exportLines, priceEvents } from './streams.js'
