export type { Comparison, Refusal, RefusalReason, TraceStep } from '../browser-model/index.js'
export { explain } from './explain.js'
export type { BrowserVerdict, ConfigChange, ConfigEdit, Explanation } from './explanation.js'
export { formatExplanation } from './format-explanation.js'
