import { CorsConfigError } from '@cors/core'
import type { CheckedInput } from '@cors/core/adapter'
import { type DynamicModule, type FactoryProvider, Module, type Provider } from '@nestjs/common'
import { HttpAdapterHost, ModulesContainer } from '@nestjs/core'
import { CorsInstaller } from './cors-installer.js'
import type { CorsModuleAsyncOptions, CorsModuleInput, CorsOptionsFactory } from './options.js'

const OPTIONS = '@cors/nestjs/module-options'

// Tokens are listed by hand, so that no build step has to emit the types of constructor parameters.
const installer: FactoryProvider<CorsInstaller> = {
  provide: CorsInstaller,
  useFactory: (options: CorsModuleInput, host: HttpAdapterHost, modules: ModulesContainer) =>
    new CorsInstaller(options, host, modules),
  inject: [OPTIONS, HttpAdapterHost, ModulesContainer],
}

const moduleWith = (providers: readonly Provider[]): DynamicModule => ({
  module: CorsModule,
  global: true,
  providers: [...providers, installer],
})

/**
 * CORS for the whole application, on Express and on Fastify. Import it once, in the root module. Mistakes in the
 * options and in each `@Cors` fail the start with one `CorsConfigError`.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: NestJS knows a module by its class.
export class CorsModule {
  /**
   * @param options a configuration, a policy, or `{ policy, onDecision, vary, samePolicyForAllMethods }`; what
   *   every route has that has none of its own, and every response without a route
   */
  static forRoot<const Input extends CorsModuleInput>(options: Input & CheckedInput<Input>): DynamicModule {
    return moduleWith([{ provide: OPTIONS, useFactory: () => options }])
  }

  /** The same, where the options come from a factory or from a class, for example with the `ConfigService`. */
  static forRootAsync(options: CorsModuleAsyncOptions): DynamicModule {
    return { ...moduleWith(providersOf(options)), imports: options.imports ?? [] }
  }
}

const providersOf = (options: CorsModuleAsyncOptions): readonly Provider[] => {
  if ('useFactory' in options) {
    const useFactory = options.useFactory as FactoryProvider['useFactory']
    return [{ provide: OPTIONS, useFactory, inject: options.inject ?? [] }]
  }
  const useFactory = (factory: CorsOptionsFactory): unknown => factory.createCorsOptions()
  if ('useExisting' in options) return [{ provide: OPTIONS, useFactory, inject: [options.useExisting] }]
  if ('useClass' in options) {
    const { useClass } = options
    return [
      { provide: useClass, useClass },
      { provide: OPTIONS, useFactory, inject: [useClass] },
    ]
  }
  const message = 'One of useFactory, useClass and useExisting has to say where the options come from.'
  const issue = { code: 'config-type', path: ['forRootAsync'], value: options, message } as const
  throw new CorsConfigError([issue])
}
