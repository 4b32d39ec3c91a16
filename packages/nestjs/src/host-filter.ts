import type { Type } from '@nestjs/common'
import { pathToRegexp } from 'path-to-regexp'

/** NestJS's own name of the key, which its main entry does not export. */
const HOST_METADATA = 'host'

/** Is a controller with `@Controller({ host })` for requests to this host? Compared as NestJS compares. */
export const hostFilterOf = (controller: Type): ((hostname: string) => boolean) => {
  const hosts: string | RegExp | (string | RegExp)[] | undefined = Reflect.getMetadata(
    HOST_METADATA,
    controller,
  )
  if (hosts === undefined) return () => true
  const patterns = [hosts].flat().map((host) => (typeof host === 'string' ? pathToRegexp(host).regexp : host))
  return (hostname) => patterns.some((pattern) => hostname.match(pattern) !== null)
}
