import { start as startFastify } from '@cors/app-fastify'
import type { ServiceId, StartService } from '@cors/app-service'

interface Service {
  readonly id: ServiceId
  readonly title: string
  readonly start: StartService
}

/** In the order of their ports. */
export const services: readonly Service[] = [{ id: 'fastify', title: 'Fastify', start: startFastify }]
