/** The demo's pages have the first two ports, the services those after them. */
export const firstPort = 4000

const services = ['fastify', 'koa', 'next', 'nestjs-express', 'nestjs-fastify'] as const

export type ServiceId = (typeof services)[number]

/** The port of a service, whether the demo starts it or it runs alone. */
export const servicePort = (service: ServiceId, first: number = firstPort): number =>
  first + 2 + services.indexOf(service)
