import type { CorsDecision, CorsPolicy } from '@cors/core'
import type { CorsInput, CorsOptions } from '@cors/core/adapter'
import type { FactoryProvider, InjectionToken, ModuleMetadata, Type } from '@nestjs/common'

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
  readonly onDecision?: Functions['onDecision']
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
      readonly inject?: FactoryProvider['inject']
    }
  | { readonly useClass: Type<CorsOptionsFactory> }
  | { readonly useExisting: InjectionToken<CorsOptionsFactory> }

/** Where the options come from when they are not known yet: a factory, or a class that makes them. */
export type CorsModuleAsyncOptions = Source & Pick<ModuleMetadata, 'imports'>
