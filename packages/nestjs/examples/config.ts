import { CorsModule, originsFromEnv } from '@cors/nestjs'
import { Module } from '@nestjs/common'
import { ConfigModule, ConfigService } from '@nestjs/config'

@Module({
  imports: [
    CorsModule.forRootAsync({
      imports: [ConfigModule.forRoot()],
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({
        origins: originsFromEnv(config.get<string>('CORS_ORIGINS')),
        credentials: true,
      }),
    }),
  ],
})
export class ConfiguredModule {}
