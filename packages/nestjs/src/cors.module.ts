import { CorsConfigError, type CorsDecision, type CorsPolicy } from '@cors/core'
import type { CheckedInput, CorsInput, CorsLiteral, CorsOptions } from '@cors/core/adapter'
import {
  type DynamicModule,
  type FactoryProvider,
  Inject,
  type InjectionToken,
  Module,
  type ModuleMetadata,
  type OnModuleInit,
  type Provider,
  type Type,
} from '@nestjs/common'
import { HttpAdapterHost, ModulesContainer } from '@nestjs/core'
import { installCors } from './cors.js'

/**
 * What a request of Express and one of Fastify have in common. A function may ask for either one by its own type:
 * `(request: FastifyRequest, { method }) => …`.
 */
export interface HttpRequest {
  readonly method: string
  readonly url: string
  readonly originalUrl: string
  readonly headers: { readonly [name: string]: string | string[] | undefined }
  readonly hostname: string
  readonly ip?: string | undefined
}

/** A method's parameters are compared both ways, so that a function for one platform fits, too. */
interface Functions {
  policy(
    request: HttpRequest,
    context: { readonly method: string },
  ): CorsPolicy | false | Promise<CorsPolicy | false>
  onDecision(decision: CorsDecision, request: HttpRequest): void
}

/** Chooses a policy for a request: {@link https://www.npmjs.com/package/@cors/core | see the core}. */
export type PolicyFunction = Functions['policy']

/** The options of every adapter, for the requests of NestJS. */
export interface CorsModuleOptions extends Omit<CorsOptions<HttpRequest>, 'policy' | 'onDecision'> {
  readonly policy: Exclude<CorsOptions<never>['policy'], (...args: never[]) => unknown> | PolicyFunction
  readonly onDecision?: Functions['onDecision'] | undefined
}

/** What `forRoot` and `@Cors` take: a configuration or a policy alone, or the options. */
export type CorsModuleInput = Exclude<CorsInput<HttpRequest>, CorsOptions<HttpRequest>> | CorsModuleOptions

/** Makes the options, for `forRootAsync({ useClass })` and `forRootAsync({ useExisting })`. */
export interface CorsOptionsFactory {
  createCorsOptions(): CorsModuleInput | Promise<CorsModuleInput>
}

type Source =
  | {
      readonly useFactory: (...dependencies: never[]) => CorsModuleInput | Promise<CorsModuleInput>
      readonly inject?: FactoryProvider['inject'] | undefined
    }
  | { readonly useClass: Type<CorsOptionsFactory> }
  | { readonly useExisting: InjectionToken<CorsOptionsFactory> }

/** Where the options come from when they are not known yet: a factory, or a class that makes them. */
export type CorsModuleAsyncOptions = Source & Pick<ModuleMetadata, 'imports'>

/** NestJS prints it where `CorsModule` is imported by itself: it says what to write. */
const OPTIONS = 'CorsModule.forRoot(…) or CorsModule.forRootAsync(…)'

/**
 * CORS for the whole application, on Express and on Fastify. Import it once, in the root module, by one of its two
 * functions. Mistakes in the options and in each `@Cors` fail the start with one `CorsConfigError`.
 */
@Module({})
export class CorsModule implements OnModuleInit {
  /**
   * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`; what
   *   every route has that has none of its own, and every response without a route
   */
  static forRoot<const Input extends CorsLiteral<CorsModuleInput>>(
    options: Input & CheckedInput<Input>,
  ): DynamicModule {
    return { module: CorsModule, global: true, providers: [{ provide: OPTIONS, useFactory: () => options }] }
  }

  /** The same, where the options come from a factory or from a class, for example with the `ConfigService`. */
  static forRootAsync(options: CorsModuleAsyncOptions): DynamicModule {
    const { imports = [] } = options
    return { module: CorsModule, global: true, imports, providers: [...providersOf(options), scopeCheck] }
  }

  private readonly check: () => void

  // Tokens are named by hand, so that no build step has to emit the types of the parameters.
  constructor(
    @Inject(OPTIONS) options: CorsModuleInput,
    @Inject(HttpAdapterHost) host: HttpAdapterHost,
    @Inject(ModulesContainer) modules: ModulesContainer,
  ) {
    this.check = installCors(options, host, modules)
  }

  /** Called by NestJS. */
  onModuleInit(): void {
    this.check()
  }
}

const providersOf = (options: CorsModuleAsyncOptions): Provider[] => {
  if ('useFactory' in options) {
    const useFactory = options.useFactory as FactoryProvider['useFactory']
    return [{ provide: OPTIONS, useFactory, inject: options.inject ?? [] }]
  }
  const useFactory = (factory: CorsOptionsFactory): unknown => factory.createCorsOptions()
  if ('useExisting' in options) return [{ provide: OPTIONS, useFactory, inject: [options.useExisting] }]
  if ('useClass' in options) {
    return [options.useClass, { provide: OPTIONS, useFactory, inject: [options.useClass] }]
  }
  throw asyncError(
    options,
    'One of useFactory, useClass and useExisting has to say where the options come from.',
  )
}

/**
 * NestJS makes what depends on a request-scoped provider for each request only. The module would never be made, and
 * the application would start without CORS.
 */
const scopeCheck: FactoryProvider<OnModuleInit> = {
  provide: '@cors/nestjs/scope-check',
  inject: [ModulesContainer],
  useFactory: (modules: ModulesContainer) => ({
    onModuleInit() {
      for (const { metatype, providers } of modules.values()) {
        const options = metatype === CorsModule ? providers.get(OPTIONS) : undefined
        if (options?.isDependencyTreeStatic() === false) throw asyncError(options.inject, REQUEST_SCOPED)
      }
    },
  }),
}

const REQUEST_SCOPED =
  'The options are needed when the application starts, and what they are made from is there only with a request. Inject no request-scoped provider; where the policy depends on the request, give a function as "policy".'

const asyncError = (value: unknown, message: string): CorsConfigError =>
  new CorsConfigError([{ code: 'config-type', path: ['forRootAsync'], value, message }])
