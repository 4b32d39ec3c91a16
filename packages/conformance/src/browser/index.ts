// The model lives in the core, where `explain` uses it, too. By name: `export *` from another package is lost
// where two entries share a chunk.
export {
  BrowserModel,
  type BrowserModelOptions,
  type BrowserOutcome,
  type BrowserRequest,
  type Comparison,
  type CredentialsMode,
  chromiumEngine,
  type Engine,
  firefoxEngine,
  type HeaderField,
  type ReadableOutcome,
  type Refusal,
  type RefusalReason,
  type RefusedOutcome,
  type Send,
  standardEngine,
  type TraceStep,
  type WireExchange,
  type WireRequest,
  type WireResponse,
} from '@cors/core/browser-model'
