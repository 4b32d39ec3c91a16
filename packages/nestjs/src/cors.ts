import { type CorsConfigCode, CorsConfigError, type CorsRequest } from '@cors/core'
import {
  answerPreflight,
  applyAtWriteHead,
  type CorsAnswer,
  isFinal,
  kindOf,
  type LogError,
  type NodeResponse,
} from '@cors/core/adapter'
import { Logger } from '@nestjs/common'
import type { AbstractHttpAdapter, HttpAdapterHost, ModulesContainer } from '@nestjs/core'
import type { CorsModuleInput, HttpRequest } from './cors.module.js'
import { compilePolicies, type Policies, type Policy } from './decorators.js'
import { express } from './express.js'
import { fastify } from './fastify.js'
import { judgePreflight, type RouteFinder, recordRoutes } from './routes.js'

/** What an adapter runs for each request. The first two arguments are the platform's own. */
type Hook = (request: HttpRequest, response: object, done: Done) => unknown
type Done = (error?: unknown) => unknown

/** Makes a hook of how it reads a request, and of what runs after it. */
type CreateHook = (read: Platform['read'], goOn: Hook) => Hook

/** Where Express and Fastify differ. */
export interface Platform {
  readonly read: (request: HttpRequest) => CorsRequest
  readonly responseOf: (response: object) => NodeResponse
  /** Make ready, once, what comes before the first hook. */
  readonly prepare?: (adapter: AbstractHttpAdapter) => void
  /** The framework must not answer any more. */
  readonly takeOver?: (response: object) => void
  /** @param application what routes have that are none of NestJS's */
  readonly findRoutes: (adapter: AbstractHttpAdapter, application: Policy) => RouteFinder
  /** Have replies covered that are made before our hook runs, if the framework has a means for that. */
  readonly coverEarlyReplies?: (
    adapter: AbstractHttpAdapter,
    hook: Hook,
    create: CreateHook,
    logError: LogError<HttpRequest>,
  ) => Hook
}

const PLATFORMS: Readonly<Record<string, Platform | undefined>> = { express, fastify }

const logger = new Logger('CorsModule')
const logError = (error: unknown): void => {
  if (error instanceof Error) logger.error(error.message, error.stack)
  else logger.error(String(error))
}

/**
 * Put CORS into the HTTP adapter, as soon as there is one: `NestFactory` has it from the start, a testing module
 * only from `createNestApplication` on, a microservice never. `onModuleInit` would be too late: routes and
 * middleware are registered by then.
 *
 * @returns what fails the start in `onModuleInit`, if anything has to
 */
export const installCors = (
  options: CorsModuleInput,
  host: HttpAdapterHost,
  modules: ModulesContainer,
): (() => void) => {
  const policies = compilePolicies(options, modules, logError)
  if (host.listening) throw new Error(TOO_LATE)
  if (host.httpAdapter) return install(host.httpAdapter, options, policies)
  let check = (): void => {}
  host.init$.subscribe(() => {
    try {
      if (host.httpAdapter) check = install(host.httpAdapter, options, policies)
    } catch (error) {
      // What a subscriber throws would end the process, and later.
      check = () => {
        throw error
      }
    }
  })
  return () => check()
}

/** On an adapter: the options of the module that is in charge. The ESM and the CommonJS build share it. */
const INSTALLED: unique symbol = Symbol.for('@cors/nestjs/installed')

type Adapter = AbstractHttpAdapter & { [INSTALLED]?: CorsModuleInput }

const install = (adapter: Adapter, options: CorsModuleInput, policies: Policies): (() => void) => {
  const installed = adapter[INSTALLED]
  if (installed === options) return () => {}
  if (installed !== undefined) throw configError('config-type', 'CorsModule', options, TWO_MODULES)
  adapter[INSTALLED] = options

  // By the name that the adapter gives itself: importing either platform would make both necessary.
  const type = adapter.getType()
  const platform = PLATFORMS[type]
  if (platform === undefined) {
    throw new Error(`CorsModule is for Express and for Fastify, not for the HTTP adapter "${type}".`)
  }
  adapter.enableCors = (nestOptions: unknown) => {
    throw configError('unknown-option', 'enableCors', nestOptions, ENABLE_CORS_AS_WELL)
  }
  platform.prepare?.(adapter)
  const finder = policies.differ ? platform.findRoutes(adapter, policies.application) : undefined
  const seesRoutes = finder === undefined ? () => true : recordRoutes(adapter, policies, finder)
  const create = hookCreator(platform, policies, finder)
  takeHookSlot(adapter, (goOn) => {
    const hook = create(platform.read, goOn)
    return platform.coverEarlyReplies?.(adapter, hook, create, logError) ?? hook
  })
  return () => {
    if (!seesRoutes()) throw new Error(SEES_NO_ROUTE)
  }
}

/** The only hook that runs before body parsers and middleware on both platforms. The field is private to TypeScript. */
interface HookSlot {
  onRequestHook?: Hook
  setOnRequestHook(hook: Hook): void
}

/**
 * Take the adapter's one slot for a hook. Whoever has it already, or takes it later, comes after this one.
 *
 * @param create makes the hook; it is given what runs next
 */
const takeHookSlot = (adapter: AbstractHttpAdapter, create: (goOn: Hook) => Hook): void => {
  const slot = adapter as unknown as HookSlot
  let other = slot.onRequestHook
  const hook = create((request, response, done) =>
    other === undefined ? done() : other.call(adapter, request, response, done),
  )
  slot.setOnRequestHook(hook)
  slot.setOnRequestHook = (later) => {
    other = later
  }
}

/**
 * What runs first for each request: read it, ask the nearest policy, apply the answer.
 *
 * @param finder absent where no controller has a policy of its own
 */
const hookCreator =
  (
    { responseOf, takeOver }: Platform,
    { application }: Policies,
    finder: RouteFinder | undefined,
  ): CreateHook =>
  (read, goOn) => {
    const respond = (
      request: HttpRequest,
      response: object,
      answer: CorsAnswer | undefined,
      done: Done,
    ): unknown => {
      const raw = responseOf(response)
      if (answer === undefined || !isFinal(answer)) {
        applyAtWriteHead(raw, answer)
        return goOn(request, response, done)
      }
      // Otherwise something else, such as a timeout, answered while a function or a lookup was asked.
      if (!raw.headersSent) {
        takeOver?.(response)
        answerPreflight(raw, answer)
      }
      return undefined
    }
    return (request, response, done) => {
      const asked = read(request)
      const judged =
        finder !== undefined && kindOf(asked) === 'preflight'
          ? judgePreflight(finder.ofPreflight(request), asked, application)
          : undefined
      const policy = judged?.policy ?? finder?.ofRequest(request)?.policy ?? application
      const answer = policy.decide(judged?.asked ?? asked, request)
      if (!(answer instanceof Promise)) return respond(request, response, answer, done)
      // Stays where the policy function fails, and for whatever is written before there is an answer.
      applyAtWriteHead(responseOf(response), policy.failure)
      return answer.then((later) => respond(request, response, later, done) ?? pending()).catch(done)
    }
  }

/** Some adapters go on when what a hook returned is fulfilled. They must not where it is for `done` to say so. */
const pending = (): Promise<never> => new Promise(() => {})

const TOO_LATE =
  'CorsModule is loaded while the application is listening already, and routes that are there would keep the policy of before. Import it in the root module.'

const SEES_NO_ROUTE =
  'CorsModule sees no route, so @Cors and @NoCors would do nothing. Before NestJS 12 a listener of setOnRouteTriggered hides them.'

const TWO_MODULES =
  'CorsModule is imported twice, with different options, and both would be for the whole application. Import it once, in the root module, and give a controller or a handler a policy of its own with @Cors.'

const ENABLE_CORS_AS_WELL =
  "NestJS's own CORS is switched on as well as CorsModule, and both would answer. Remove app.enableCors(), or the option cors of NestFactory.create, and give CorsModule the policy."

const configError = (code: CorsConfigCode, name: string, value: unknown, message: string): CorsConfigError =>
  new CorsConfigError([{ code, path: [name], value, message }])
