import type { Skip } from '@cors/conformance'
import type { PlatformName } from './start.js'

const reason = 'Express runs the middleware of an instance that it is given before anything of NestJS'
/** The README lists them. */
export const skips: Readonly<Record<PlatformName, readonly Skip[]>> = {
  express: [
    { id: 'response/early', reason },
    { id: 'response/early-denied', reason },
    { id: 'response/early-no-origin', reason },
    { id: 'response/early-preflight', reason },
    { id: 'on-decision/early', reason },
  ],
  fastify: [],
}
