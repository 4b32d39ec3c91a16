import { Cors, CorsModule, NoCors } from '@cors/nestjs'
import { Controller, Get, type INestApplication, Module, Param, Put } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'

@Controller('products')
class ProductsController {
  @Get()
  @Cors({ origins: '*' })
  list(): object[] {
    return [{ id: '1', name: 'Chair' }]
  }

  @Put(':id')
  update(@Param('id') id: string): object {
    return { id }
  }
}

@Controller('internal')
@NoCors()
class InternalController {
  @Get()
  status(): string {
    return 'fine'
  }
}

@Module({
  imports: [
    CorsModule.forRoot({
      origins: ['https://app.example.com', 'https://*.preview.example.com'],
      credentials: true,
      methods: ['PUT', 'DELETE'],
      allowedHeaders: ['Content-Type'],
      maxAge: 600,
    }),
  ],
  controllers: [ProductsController, InternalController],
})
export class AppModule {}

async function bootstrap(): Promise<INestApplication> {
  const app = await NestFactory.create(AppModule)
  await app.listen(Number(process.env['PORT'] ?? 3000))
  return app
}

export const app: Promise<INestApplication> = bootstrap()
