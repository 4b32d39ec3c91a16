import { runServer } from './run-server.js'
import type { SharedCache } from './shared-cache.js'

/**
 * It knows of `Vary` only Accept-Encoding and Referer.
 *
 * @see https://docs.haproxy.org/2.6/configuration.html#6.1
 */
export const haproxy: SharedCache = {
  name: 'HAProxy',
  program: 'haproxy',
  storesByOrigin: false,
  start: (program, upstreamPort) =>
    runServer({
      program,
      configuration: (_, port) => `
defaults
  mode http
  timeout client 30s
  timeout server 30s
  timeout connect 5s
cache shop
  total-max-size 4
  max-age 60
  process-vary on
frontend public
  bind 127.0.0.1:${port}
  http-request cache-use shop
  http-response set-header cache-control max-age=60
  http-response del-header set-cookie
  http-response cache-store shop
  http-after-response set-header x-cache HIT if { res.cache_hit }
  default_backend service
backend service
  server shop 127.0.0.1:${upstreamPort}
`,
      arguments: (file) => ['-db', '-f', file],
    }),
}
