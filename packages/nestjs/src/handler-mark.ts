import 'reflect-metadata'
import type { Type } from '@nestjs/common'
import { MetadataScanner } from '@nestjs/core'

/** A method of one controller. Known by identity. */
export interface HandlerMark {
  readonly controller: Type
  readonly name: string
}

export type Handler = (...args: never[]) => unknown

/** What NestJS calls these keys itself; they are not exported by its main entry. */
const PATH_METADATA = 'path'
const MARK_METADATA = '@cors/nestjs/handler'

/** All methods of a controller, inherited ones included, as NestJS scans them. */
export const methodsOf = (controller: Type): readonly (readonly [name: string, method: Handler])[] =>
  new MetadataScanner()
    .getAllMethodNames(controller.prototype)
    .map((name) => [name, controller.prototype[name]] as const)

/** Does NestJS make a route of it? */
export const isHandler = (method: Handler): boolean => Reflect.hasMetadata(PATH_METADATA, method)

/** The mark of a function that NestJS registers with the router: it copies there what its handler has. */
export const markOf = (registered: object): HandlerMark | undefined =>
  Reflect.getMetadata(MARK_METADATA, registered)

/**
 * Mark a handler, so that the function registered for it says whose it is.
 *
 * NestJS copies the metadata of the handler and nothing of its controller, and a handler that two controllers
 * inherit is one function object. So a controller that inherits a handler gets a function of its own for it, which
 * does the same.
 */
export const markHandler = (controller: Type, name: string, handler: Handler): HandlerMark => {
  const known: HandlerMark | undefined = Reflect.getOwnMetadata(MARK_METADATA, handler)
  const isOwn = Object.hasOwn(controller.prototype, name)
  if (isOwn && known?.controller === controller && known.name === name) return known
  const mark: HandlerMark = Object.freeze({ controller, name })
  const marked = isOwn && known === undefined ? handler : twinOf(handler)
  Reflect.defineMetadata(MARK_METADATA, mark, marked)
  if (marked !== handler) {
    Object.defineProperty(controller.prototype, name, { value: marked, writable: true, configurable: true })
  }
  return mark
}

/** Another function object that does the same, with the same name, length and metadata. */
const twinOf = (handler: Handler): Handler => {
  const twin = new Proxy(handler, {})
  for (const key of Reflect.getOwnMetadataKeys(handler)) {
    Reflect.defineMetadata(key, Reflect.getOwnMetadata(key, handler), twin)
  }
  return twin
}
