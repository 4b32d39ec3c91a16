import { CorsConfigError, type CorsConfigIssue } from '@cors/core'
import type { Type } from '@nestjs/common'
import type { ModulesContainer } from '@nestjs/core'
import { CORS_METADATA } from './decorators.js'
import { type Handler, type HandlerMark, isHandler, markHandler, methodsOf } from './handler-mark.js'
import type { Policy } from './route-policies.js'

/** What the decorators say about a handler. */
export interface HandlerPolicies {
  readonly own: Policy | undefined
  readonly controller: Policy | undefined
}

/** The policies of the application and of its controllers, compiled. */
export interface Policies {
  readonly application: Policy
  /** Of every handler of every controller; none at all where nothing is decorated. */
  readonly handlers: ReadonlyMap<HandlerMark, HandlerPolicies>
}

/**
 * Compile what the module and the decorators were given.
 *
 * @throws CorsConfigError with every mistake of all of them; those of a decorator begin with the controller's name
 *   and the handler's: `['ProductsController', 'update', 'origins', 0]`
 */
export const compilePolicies = (
  input: unknown,
  modules: ModulesContainer,
  compile: (input: unknown) => Policy,
): Policies => {
  const issues: CorsConfigIssue[] = []
  const check = (path: readonly string[], compileIt: () => Policy): Policy | undefined => {
    try {
      return compileIt()
    } catch (error) {
      if (!isConfigError(error)) throw error
      issues.push(...error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })))
      return undefined
    }
  }
  const compileWithin = createMemo((scope: Policy, options: unknown) => scope.withPolicy(options))
  const compileDecorator = (path: readonly string[], decorated: object, scope: Policy): Policy | undefined =>
    isDecorated(decorated)
      ? check(path, () => compileWithin(scope, Reflect.getMetadata(CORS_METADATA, decorated)))
      : undefined

  const application = check([], () => compile(input))
  // Whatever is wrong with the module's own: what the decorators have is checked, too.
  const scope = application ?? compile({ policy: false })
  const handlers = new Map<HandlerMark, HandlerPolicies>()
  for (const controller of decoratedControllers(modules)) {
    const policy = compileDecorator([controller.name], controller, scope)
    for (const [name, method] of methodsOf(controller)) {
      const own = compileDecorator([controller.name, name], method, policy ?? scope)
      if (isHandler(method)) handlers.set(markHandler(controller, name, method), { own, controller: policy })
      else if (isDecorated(method)) issues.push(notAHandler(controller, name, method))
    }
  }
  if (application === undefined || issues.length > 0) throw new CorsConfigError(issues)
  return { application, handlers }
}

const isDecorated = (target: object): boolean => Reflect.hasMetadata(CORS_METADATA, target)

/** The same object is the same policy: routes that share it may share a browser's cached preflight, too. */
const createMemo = (
  compile: (scope: Policy, options: unknown) => Policy,
): ((scope: Policy, options: unknown) => Policy) => {
  const compiled = new Map<Policy, Map<unknown, Policy>>()
  return (scope, options) => {
    const ofScope = compiled.get(scope) ?? new Map<unknown, Policy>()
    compiled.set(scope, ofScope)
    const policy = ofScope.get(options) ?? compile(scope, options)
    ofScope.set(options, policy)
    return policy
  }
}

/** All controllers if one of them is decorated: the others' routes have to be told from its own. */
const decoratedControllers = (modules: ModulesContainer): readonly Type[] => {
  const wrappers = [...modules.values()].flatMap((module) => [...module.controllers.values()])
  const controllers = [...new Set(wrappers.map(({ metatype }) => metatype))].filter(
    (metatype): metatype is Type => typeof metatype === 'function',
  )
  const anyIs = controllers.some(
    (controller) =>
      isDecorated(controller) || methodsOf(controller).some(([, method]) => isDecorated(method)),
  )
  return anyIs ? controllers : []
}

/** By what it has, not by its class: that of the CommonJS build is another one. */
const isConfigError = (error: unknown): error is CorsConfigError =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'CORS_CONFIG_INVALID'

const notAHandler = (controller: Type, name: string, value: Handler): CorsConfigIssue => ({
  code: 'config-type',
  path: [controller.name, name],
  value,
  message:
    'A policy belongs to a controller or to a handler, and this method is no handler: NestJS makes no route of it.',
})
