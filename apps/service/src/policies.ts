import type { CorsConfig, CorsRule } from '@cors/core'

/**
 * The policy of the shop: its own front end and the previews of it may do everything that the shop offers, with
 * the customer's cookie.
 *
 * @param frontEnd the origin of the page
 */
export const shopPolicy = (frontEnd: string): CorsRule => ({
  origins: [frontEnd, 'http://*.preview.localhost:*'],
  credentials: true,
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['Content-Type', 'If-None-Match'],
  exposedHeaders: ['ETag', 'Location', 'X-Total-Count'],
  maxAge: 600,
})

/** The policy of `/public/prices`: everybody may read, nobody is recognised. */
export const publicPolicy: CorsConfig = { origins: '*', exposedHeaders: ['ETag'] }

/** The policy of `/internal/stock`: no CORS there, so no script of another origin reads it. */
export const internalPolicy = false as const
