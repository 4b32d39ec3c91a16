import { haproxy } from '../src/haproxy.js'
import { nginx } from '../src/nginx.js'
import { findProgram, type RunningCache, type SharedCache } from '../src/shared-cache.js'
import { varnish } from '../src/varnish.js'

export const caches: readonly SharedCache[] = [nginx, varnish, haproxy]

/** Without a cache there is nothing to test, except in continuous integration, which installs them all. */
export const isMissing = ({ program }: SharedCache): boolean =>
  findProgram(program) === undefined && process.env['CI'] !== 'true'

export const startCache = (cache: SharedCache, upstream: string): Promise<RunningCache> => {
  const program = findProgram(cache.program)
  if (program === undefined) throw new Error(`${cache.program} is not installed.`)
  return cache.start(program, Number(new URL(upstream).port))
}
