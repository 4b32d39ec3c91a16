export * from './browser/index.js'
export type {
  CaseOptions,
  CaseRequest,
  CaseSet,
  ConformanceCase,
  Expected,
  ExpectedDecision,
  Level,
  OptionsCase,
  PolicyCase,
  RoutePolicyCase,
  StartUpCase,
} from './case.js'
export { allCases, cases, optionsCases, routePolicyCases, startUpCases } from './cases/index.js'
export { type Behaviour, behaviours } from './routes/behaviour.js'
export { createHandlers, type Handlers, type RouteReply } from './routes/handlers.js'
export { ownCorsHeaders } from './routes/own-cors-headers.js'
export type { ConformanceRoute } from './routes/route.js'
export { routes } from './routes/routes.js'
export { type BrowserSendOptions, createBrowserSend } from './runner/browser-send.js'
export { judge, type Observed } from './runner/judge.js'
export type { RawResponse } from './runner/raw-response.js'
export {
  type CaseResult,
  type FailedResult,
  formatFailure,
  type PassedResult,
  type SkippedResult,
} from './runner/result.js'
export { runCases } from './runner/run-cases.js'
export { runConformance, type TestApi } from './runner/run-conformance.js'
export { sendHttp2Request } from './runner/send-http2-request.js'
export { type Address, sendRequest } from './runner/send-request.js'
export { type StandaloneOptions, standalone } from './runner/standalone.js'
export type { RunningServer, Skip, Subject } from './runner/subject.js'
export { type SpecReference, spec } from './spec.js'
