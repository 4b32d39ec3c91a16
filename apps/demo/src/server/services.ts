import { start as startFastify } from '@cors/app-fastify'
import { start as startKoa } from '@cors/app-koa'
import { startOnExpress, startOnFastify } from '@cors/app-nestjs'
import { start as startNext } from '@cors/app-next'
import type { ServiceId, StartService } from '@cors/app-service'

export interface Service {
  readonly id: ServiceId
  readonly title: string
  readonly start: StartService
  /** Then it merges `Vary: Origin` into every response, also where a policy is constant or off. */
  readonly choosesPolicyByFunction?: true
}

/** In the order of their ports. */
export const services: readonly Service[] = [
  { id: 'fastify', title: 'Fastify', start: startFastify },
  { id: 'koa', title: 'Koa', start: startKoa, choosesPolicyByFunction: true },
  { id: 'next', title: 'Next.js', start: startNext },
  { id: 'nestjs-express', title: 'NestJS on Express', start: startOnExpress },
  { id: 'nestjs-fastify', title: 'NestJS on Fastify', start: startOnFastify },
]
