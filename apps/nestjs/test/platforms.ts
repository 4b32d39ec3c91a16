import type { ServiceId, StartService } from '@cors/app-service'
import { startOnExpress, startOnFastify } from '../src/index.js'

interface PlatformUnderTest {
  readonly id: ServiceId
  readonly start: StartService
}

export const platforms: readonly PlatformUnderTest[] = [
  { id: 'nestjs-express', start: startOnExpress },
  { id: 'nestjs-fastify', start: startOnFastify },
]
