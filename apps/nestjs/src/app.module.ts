import { createShop, type Shop } from '@cors/app-service'
import { type CorsConfig, CorsModule, type CorsPolicy, type ReloadableCorsPolicy } from '@cors/nestjs'
import { type DynamicModule, Module } from '@nestjs/common'
import { CountRuns } from './count-runs.js'
import { AnswerController } from './routes/answer.controller.js'
import { ControlController } from './routes/control.controller.js'
import { OtherPoliciesController } from './routes/other-policies.controller.js'
import { ProductsController } from './routes/products.controller.js'
import { SessionController } from './routes/session.controller.js'
import { StreamsController } from './routes/streams.controller.js'
import { POLICY, SHOP } from './tokens.js'

export type AppModuleOptions =
  | { readonly policy: CorsConfig | CorsPolicy }
  /** Test mode: the policy can be replaced through the control routes. */
  | { readonly reloadable: ReloadableCorsPolicy }

@Module({})
class AppModule {}

const controllers = [ProductsController, SessionController, StreamsController, OtherPoliciesController]

export const appModule = (options: AppModuleOptions): DynamicModule => {
  const shop: Shop = createShop()
  const providers = [{ provide: SHOP, useValue: shop }, CountRuns]
  if ('policy' in options)
    return {
      module: AppModule,
      imports: [CorsModule.forRoot({ policy: options.policy })],
      controllers,
      providers,
    }
  return {
    module: AppModule,
    imports: [CorsModule.forRoot({ policy: options.reloadable })],
    controllers: [...controllers, AnswerController, ControlController],
    providers: [...providers, { provide: POLICY, useValue: options.reloadable }],
  }
}
