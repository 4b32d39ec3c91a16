export { kindOf } from '../protocol/cors-request.js'
export { answerPreflight, isFinal } from './answer-preflight.js'
export { applyAtWriteHead, reserveWriteHead } from './apply-at-write-head.js'
export { type CompiledOptions, type CorsOff, compileOptions, type LogError } from './compile-options.js'
export type { CorsAnswer } from './cors-answer.js'
export { applyToHeaders, type FetchHeaders, type FetchRequest, readFetchRequest } from './fetch-message.js'
export { applyToResponse, beginHead, type FetchResponse } from './fetch-response.js'
export { mergeVary } from './merge-vary.js'
export { type NodeRequest, type NodeResponse, readNodeRequest } from './node-message.js'
export type {
  CheckedInput,
  CorsInput,
  CorsLiteral,
  CorsOptions,
  PolicyFunction,
  PolicyInput,
} from './options.js'
