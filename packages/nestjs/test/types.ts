import type { DynamicModule } from '@nestjs/common'
import type { Request as ExpressRequest } from 'express'
import type { FastifyRequest } from 'fastify'
import {
  Cors,
  type CorsConfig,
  type CorsDecision,
  CorsModule,
  type CorsModuleInput,
  type CorsOptionsFactory,
  createCorsPolicy,
  createReloadablePolicy,
  type HttpRequest,
  NoCors,
  originsFromEnv,
} from '../src/index.js'

const policy = createCorsPolicy({ origins: ['https://app.example'] })
declare const known: CorsConfig
declare const input: CorsModuleInput
declare const origins: string[]

/** What is accepted. */
export const accepted: readonly DynamicModule[] = [
  CorsModule.forRoot(policy),
  CorsModule.forRoot(createReloadablePolicy({ origins: '*' })),
  CorsModule.forRoot({ origins: '*' }),
  CorsModule.forRoot({ origins: originsFromEnv('https://app.example'), credentials: true }),
  CorsModule.forRoot({ origins: [...origins, (origin: string) => origin.endsWith('.example')] }),
  CorsModule.forRoot([{ origins: ['https://app.example'], credentials: true }, { origins: '*' }]),
  CorsModule.forRoot(known),
  CorsModule.forRoot(input),
  CorsModule.forRoot({ policy: false }),
  CorsModule.forRoot({ policy: known, vary: ['X-Tenant'] }),
  CorsModule.forRoot({ policy: { origins: ['https://app.example'], credentials: true } }),
  CorsModule.forRoot({ policy: [{ origins: ['https://app.example'] }, { origins: '*' }] }),
  CorsModule.forRoot({ policy: (request) => (request.headers['x-tenant'] === 'a' ? policy : false) }),
  CorsModule.forRoot({
    policy: (request: HttpRequest, { method }) => (request.url === method ? policy : false),
  }),
  CorsModule.forRoot({ policy: (request: ExpressRequest) => (request.secure ? policy : false) }),
  CorsModule.forRoot({ policy: async (request: FastifyRequest) => (request.is404 ? false : policy) }),
  CorsModule.forRoot({
    policy,
    onDecision: ({ reason }, request) => console.log(reason, request.hostname),
    samePolicyForAllMethods: true,
  }),
  CorsModule.forRoot({
    policy,
    onDecision: (decision: CorsDecision, request: FastifyRequest) => request.log.info(decision),
  }),
]

/** What is refused, each with a message that says what to write. */
export const refused: readonly DynamicModule[] = [
  // @ts-expect-error nothing
  CorsModule.forRoot(),
  // @ts-expect-error no function alone: it stands in `policy`
  CorsModule.forRoot(() => policy),
  // @ts-expect-error no `false` alone
  CorsModule.forRoot(false),
  // @ts-expect-error everybody with credentials
  CorsModule.forRoot({ origins: '*', credentials: true }),
  // @ts-expect-error a trailing slash
  CorsModule.forRoot({ origins: ['https://app.example/'] }),
  // @ts-expect-error a trailing slash further in
  CorsModule.forRoot({ policy: { origins: ['https://app.example/'] } }),
  // @ts-expect-error an option of another library
  CorsModule.forRoot({ origins: ['https://app.example'], optionsSuccessStatus: 200 }),
  // @ts-expect-error an option beside the policy that belongs into it
  CorsModule.forRoot({ policy, maxAge: 60 }),
  // @ts-expect-error a function that chooses what is no policy
  CorsModule.forRoot({ policy: () => 'https://app.example' }),
  // @ts-expect-error a header that is no text
  CorsModule.forRoot({ policy, vary: [1] }),
]

class Config {
  readonly origins: string[] = origins
}
class Options implements CorsOptionsFactory {
  createCorsOptions(): CorsModuleInput {
    return { policy, vary: ['X-Tenant'] }
  }
}
class NoOptions {
  readonly createCorsOptions: string = ''
}

export const acceptedLater: readonly DynamicModule[] = [
  CorsModule.forRootAsync({
    inject: [Config],
    useFactory: (config: Config) => ({ origins: config.origins }),
  }),
  CorsModule.forRootAsync({ imports: [], useFactory: async () => policy }),
  CorsModule.forRootAsync({ useFactory: () => ({ policy: false }) }),
  CorsModule.forRootAsync({ useClass: Options }),
  CorsModule.forRootAsync({ imports: [class SomeModule {}], useExisting: Options }),
  CorsModule.forRootAsync({ useExisting: 'a token' }),
]

export const refusedLater: readonly DynamicModule[] = [
  // @ts-expect-error no source
  CorsModule.forRootAsync({}),
  // @ts-expect-error no options
  CorsModule.forRootAsync({ useFactory: () => 'https://app.example' }),
  // @ts-expect-error a class that makes none
  CorsModule.forRootAsync({ useClass: NoOptions }),
]

@Cors(policy)
export class OnClass {
  @Cors({ origins: ['https://app.example'], credentials: true, methods: ['PUT'] })
  handler(): void {}

  @NoCors()
  off(): void {}

  @Cors({ policy, onDecision: () => {} })
  async later(parameter: string): Promise<string> {
    return parameter
  }

  // @ts-expect-error everybody with credentials
  @Cors({ origins: '*', credentials: true })
  everybody(): void {}

  // @ts-expect-error no property
  @Cors(policy)
  property: string = ''
}

@NoCors()
export class Off {}

// @ts-expect-error nothing
@Cors()
export class Nothing {}
