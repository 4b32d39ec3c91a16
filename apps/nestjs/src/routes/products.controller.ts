import { entityTag, movedTo, type Product, type ProductInput, type Shop } from '@cors/app-service'
import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  Post,
  Put,
  Req,
  Res,
  UseInterceptors,
} from '@nestjs/common'
import { CountRuns } from '../count-runs.js'
import type { HttpRequest, HttpResponse } from '../http.js'
import { SHOP } from '../tokens.js'
import { validProduct } from '../valid-body.js'

@Controller()
@UseInterceptors(CountRuns)
export class ProductsController {
  constructor(@Inject(SHOP) readonly shop: Shop) {}

  @Get('products')
  list(@Res({ passthrough: true }) response: HttpResponse): readonly Product[] {
    const list = this.shop.products.list()
    response.header('x-total-count', String(list.length))
    return list
  }

  @Get('products/:id')
  read(
    @Param('id') id: string,
    @Headers('if-none-match') known: string | undefined,
    @Res({ passthrough: true }) response: HttpResponse,
  ): Product | undefined {
    const product = this.shop.products.read(id)
    if (product === undefined) throw new NotFoundException()
    response.header('etag', entityTag(product))
    if (known !== entityTag(product)) return product
    response.status(304)
    return undefined
  }

  @Post('products')
  create(
    @Body(validProduct) input: ProductInput,
    @Res({ passthrough: true }) response: HttpResponse,
  ): Product {
    const product = this.shop.products.create(input)
    response.header('location', `/products/${product.id}`).header('etag', entityTag(product))
    return product
  }

  @Put('products/:id')
  update(
    @Param('id') id: string,
    @Body(validProduct) input: ProductInput,
    @Res({ passthrough: true }) response: HttpResponse,
  ): Product {
    const product = this.shop.products.update(id, input)
    if (product === undefined) throw new NotFoundException()
    response.header('etag', entityTag(product))
    return product
  }

  @Delete('products/:id')
  @HttpCode(204)
  delete(@Param('id') id: string): void {
    this.shop.products.delete(id)
  }

  /** Not by `@Redirect`: Express adds `Vary: Accept` to its redirects, for a text that nobody reads. */
  @Get('catalogue')
  @HttpCode(301)
  catalogue(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): void {
    response.header('location', movedTo(request.originalUrl))
  }
}
