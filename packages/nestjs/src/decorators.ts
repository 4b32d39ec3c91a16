import 'reflect-metadata'
import { CorsConfigError, type CorsConfigIssue } from '@cors/core'
import {
  type CheckedInput,
  type CompiledOptions,
  type CorsLiteral,
  compileOptions,
  type LogError,
} from '@cors/core/adapter'
import { SetMetadata, type Type } from '@nestjs/common'
import { MetadataScanner, type ModulesContainer } from '@nestjs/core'
import type { CorsModuleInput, HttpRequest } from './cors.module.js'

/** Texts, because the ESM and the CommonJS build of this file may meet in one application. */
const CORS_METADATA = '@cors/nestjs/options'
const CONTROLLER_METADATA = '@cors/nestjs/controller'
/** NestJS's own name of the key, which its main entry does not export. */
const PATH_METADATA = 'path'

/**
 * Give a controller or a handler a policy of its own. The nearest one decides, whole: a handler's, else its
 * controller's, else that of `CorsModule.forRoot`. With a configuration or a policy alone, `onDecision` and `vary`
 * stay those of the scope around; options replace all.
 *
 * Mistakes in it are reported when the application starts. Without `CorsModule` in the application it does nothing.
 *
 * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`
 */
export const Cors = <const Input extends CorsLiteral<CorsModuleInput>>(
  options: Input & CheckedInput<Input>,
): ClassDecorator & MethodDecorator => SetMetadata(CORS_METADATA, options)

/** Switch CORS off here: no CORS header is written, and preflights reach the application. */
export const NoCors = (): ClassDecorator & MethodDecorator => SetMetadata(CORS_METADATA, false)

export type Policy = CompiledOptions<HttpRequest>

/** The policies of the application and of its controllers, compiled. */
export interface Policies {
  readonly application: Policy
  /** Must routes be told apart? Not where no controller has a policy of its own. */
  readonly differ: boolean
  /** That of a scope, unless the controller or handler within it has its own. */
  readonly within: (scope: Policy, decorated: object) => Policy
}

/**
 * Compile what the module and the decorators were given, and mark the handlers of all controllers.
 *
 * @throws CorsConfigError with every mistake of all of them; those of a decorator begin with the controller's name
 *   and the handler's: `['ProductsController', 'update', 'origins', 0]`
 */
export const compilePolicies = (
  input: unknown,
  modules: ModulesContainer,
  logError: LogError<HttpRequest>,
): Policies => {
  const issues: CorsConfigIssue[] = []
  const check = (path: readonly string[], compile: () => Policy): Policy => {
    try {
      return compile()
    } catch (error) {
      if (!isConfigError(error)) throw error
      issues.push(...error.issues.map((issue) => ({ ...issue, path: [...path, ...issue.path] })))
      // Whatever is wrong around them: what the decorators within have is checked, too.
      return compileOptions({ policy: false }, logError)
    }
  }

  const application = check([], () => compileOptions(input, logError))
  const within = createWithin()
  let differ = false
  for (const controller of decoratedControllers(modules)) {
    const scope = check([controller.name], () => within(application, controller))
    for (const [name, method] of methodsOf(controller)) {
      check([controller.name, name], () => within(scope, method))
      if (Reflect.hasMetadata(PATH_METADATA, method)) {
        markHandler(controller, name, method)
        differ = true
      } else if (isDecorated(method)) issues.push(notAHandler(controller, name, method))
    }
  }
  if (issues.length > 0) throw new CorsConfigError(issues)
  return { application, differ, within }
}

/** The same object is the same policy: routes that share it may share a browser's cached preflight, too. */
const createWithin = (): Policies['within'] => {
  const compiled = new Map<Policy, Map<unknown, Policy>>()
  return (scope, decorated) => {
    if (!isDecorated(decorated)) return scope
    const options: unknown = Reflect.getMetadata(CORS_METADATA, decorated)
    const ofScope = compiled.get(scope) ?? new Map<unknown, Policy>()
    compiled.set(scope, ofScope)
    const policy = ofScope.get(options) ?? scope.withPolicy(options)
    ofScope.set(options, policy)
    return policy
  }
}

const isDecorated = (target: object): boolean => Reflect.hasMetadata(CORS_METADATA, target)

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

type Method = (...args: never[]) => unknown

/** All methods of a controller, inherited ones included, as NestJS scans them. */
const methodsOf = (controller: Type): readonly (readonly [name: string, method: Method])[] =>
  new MetadataScanner()
    .getAllMethodNames(controller.prototype)
    .map((name) => [name, controller.prototype[name]] as const)

/**
 * Mark a handler, so that the function that NestJS registers for it says whose it is.
 *
 * NestJS copies the metadata of the handler there, and nothing of its controller; and a handler that two controllers
 * inherit is one function object. So a controller that inherits a handler gets a function of its own for it, which
 * does the same, with the same name, length and metadata.
 */
const markHandler = (controller: Type, name: string, handler: Method): void => {
  const known: unknown = Reflect.getOwnMetadata(CONTROLLER_METADATA, handler)
  if (known === controller) return
  let marked = handler
  if (known !== undefined || !Object.hasOwn(controller.prototype, name)) {
    marked = new Proxy(handler, {})
    for (const key of Reflect.getOwnMetadataKeys(handler)) {
      Reflect.defineMetadata(key, Reflect.getOwnMetadata(key, handler), marked)
    }
    Object.defineProperty(controller.prototype, name, { value: marked, writable: true, configurable: true })
  }
  Reflect.defineMetadata(CONTROLLER_METADATA, controller, marked)
}

/** The controller of a function that NestJS registers with the router, unless it is no handler. */
export const controllerOf = (registered: object): Type | undefined =>
  Reflect.getMetadata(CONTROLLER_METADATA, registered)

/** By what it has, not by its class: that of the CommonJS build is another one. */
const isConfigError = (error: unknown): error is CorsConfigError =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'CORS_CONFIG_INVALID'

const notAHandler = (controller: Type, name: string, value: unknown): CorsConfigIssue => ({
  code: 'config-type',
  path: [controller.name, name],
  value,
  message:
    'A policy belongs to a controller or to a handler, and this method is no handler: NestJS makes no route of it.',
})
