import { publicPolicy, type Shop } from '@cors/app-service'
import { Cors, NoCors } from '@cors/nestjs'
import { Controller, Get, Inject, Res, UseInterceptors } from '@nestjs/common'
import { CountRuns } from '../count-runs.js'
import type { HttpResponse } from '../http.js'
import { SHOP } from '../tokens.js'

/** Routes that do not follow the policy of the shop. */
@Controller()
@UseInterceptors(CountRuns)
export class OtherPoliciesController {
  constructor(@Inject(SHOP) readonly shop: Shop) {}

  @Get('public/prices')
  @Cors(publicPolicy)
  prices(@Res({ passthrough: true }) response: HttpResponse): readonly object[] {
    const prices = this.shop.products.list().map(({ name, price }) => ({ name, price }))
    response.header('etag', `"${prices.length}"`)
    return prices
  }

  @Get('internal/stock')
  @NoCors()
  stock(): readonly object[] {
    return this.shop.products.list().map(({ id }) => ({ id, stock: 12 }))
  }
}
