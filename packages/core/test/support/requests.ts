import type { CorsRequest } from '../../src/index.js'

const NOTHING: CorsRequest = {
  method: 'GET',
  origin: undefined,
  accessControlRequestMethod: undefined,
  accessControlRequestHeaders: undefined,
}

export const nonCors = (method = 'GET'): CorsRequest => ({ ...NOTHING, method })

export const actual = (origin: string, method = 'GET'): CorsRequest => ({ ...NOTHING, method, origin })

export const preflight = (
  origin: string,
  method = 'PUT',
  headers?: string,
  more: Pick<CorsRequest, 'preflightUncacheable'> = {},
): CorsRequest => ({
  method: 'OPTIONS',
  origin,
  accessControlRequestMethod: method,
  accessControlRequestHeaders: headers,
  ...more,
})
