import { CorsConfigError, type CorsConfigIssue } from '@cors/core'
import { compileOptions } from '@cors/core/adapter'
import { Logger, type OnModuleInit } from '@nestjs/common'
import type { AbstractHttpAdapter, HttpAdapterHost, ModulesContainer } from '@nestjs/core'
import { compilePolicies, type Policies } from './controller-policies.js'
import { coverEarlyReplies } from './early-replies.js'
import { takeHookSlot } from './hook-slot.js'
import type { CorsModuleInput, HttpRequest } from './options.js'
import { platformOf } from './platform.js'
import { createRequestHook, type Judges } from './request-hook.js'
import { recordRoutes } from './route-recorder.js'

/** On an adapter: the options of the module that is in charge. The ESM and the CommonJS build share it. */
const INSTALLED: unique symbol = Symbol.for('@cors/nestjs/installed')

type Adapter = AbstractHttpAdapter & { [INSTALLED]?: CorsModuleInput }

const TOO_LATE =
  'CorsModule is loaded while the application is listening already, and routes that are there would keep the policy of before. Import it in the root module.'

const logger = new Logger('CorsModule')
const logError = (error: unknown): void => {
  if (error instanceof Error) logger.error(error.message, error.stack)
  else logger.error(String(error))
}

/**
 * Puts CORS into the HTTP adapter, as soon as there is one: `NestFactory` has it from the start, a testing module
 * only from `createNestApplication` on. `onModuleInit` would be too late: routes and middleware are registered
 * by then.
 */
export class CorsInstaller implements OnModuleInit {
  #failure: { readonly error: unknown } | undefined
  #seesRoutes: () => boolean = () => true

  constructor(options: CorsModuleInput, host: HttpAdapterHost, modules: ModulesContainer) {
    const compile = (input: unknown): Policies['application'] => compileOptions<HttpRequest>(input, logError)
    const policies = compilePolicies(options, modules, compile)
    host.init$.subscribe(() => {
      try {
        if (host.listening) throw new Error(TOO_LATE)
        // A microservice or an application context has none.
        if (host.httpAdapter) this.#seesRoutes = install(host.httpAdapter, options, policies)
      } catch (error) {
        // What a subscriber throws would end the process later; the start has to fail, and now.
        this.#failure = { error }
      }
    })
    this.#throwFailure()
  }

  onModuleInit(): void {
    this.#throwFailure()
    if (!this.#seesRoutes()) {
      throw new Error(
        'CorsModule sees no route, so @Cors and @NoCors would do nothing. Before NestJS 12 a listener of setOnRouteTriggered hides them.',
      )
    }
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }
}

/** @returns when routes are registered: have any been seen that have to be? */
const install = (adapter: Adapter, options: CorsModuleInput, policies: Policies): (() => boolean) => {
  const installed = adapter[INSTALLED]
  if (installed === options) return () => true
  if (installed !== undefined) throw new CorsConfigError([twoModules(options)])
  adapter[INSTALLED] = options

  const platform = platformOf(adapter)
  adapter.enableCors = (nestOptions: unknown) => {
    throw new CorsConfigError([enableCorsAsWell(nestOptions)])
  }
  const finder = policies.handlers.size > 0 ? platform.findRoutes(adapter) : undefined
  const seesRoutes = finder === undefined ? () => true : recordRoutes(adapter, policies, finder)
  const judges: Judges = { application: policies.application, finder }
  if (platform.runBeforeReply === undefined) {
    takeHookSlot(adapter, (goOn) => createRequestHook(platform, judges, goOn))
  } else {
    const { noting, beforeReply } = coverEarlyReplies(platform, judges, logError)
    platform.runBeforeReply(adapter, beforeReply)
    takeHookSlot(adapter, (goOn) => noting(createRequestHook(platform, judges, goOn)))
  }
  return seesRoutes
}

const twoModules = (value: unknown): CorsConfigIssue => ({
  code: 'config-type',
  path: ['CorsModule'],
  value,
  message:
    'CorsModule is imported twice, with different options, and both would be for the whole application. Import it once, in the root module, and give a controller or a handler a policy of its own with @Cors.',
})

const enableCorsAsWell = (value: unknown): CorsConfigIssue => ({
  code: 'unknown-option',
  path: ['enableCors'],
  value,
  message:
    "NestJS's own CORS is switched on as well as CorsModule, and both would answer. Remove app.enableCors(), or the option cors of NestFactory.create, and give CorsModule the policy.",
})
