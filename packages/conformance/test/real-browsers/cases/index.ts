import type { ExchangeCase } from '../exchange-case.js'
import { corsCheckCases } from './cors-check.js'
import { exposedCases } from './exposed.js'
import { preflightCases } from './preflight.js'
import { preflightCacheCases } from './preflight-cache.js'
import { redirectCases } from './redirect.js'
import { safelistCases } from './safelist.js'

export const exchangeCases: readonly ExchangeCase[] = [
  // First, while the addresses that the browser has looked up are fresh: see the warm-up.
  ...preflightCacheCases,
  ...corsCheckCases,
  ...preflightCases,
  ...safelistCases,
  ...exposedCases,
  ...redirectCases,
]
