import type { SubjectTraits } from '../meaning/subject-traits.js'

/** An application with one of the adapters. */
export interface Subject extends SubjectTraits {
  /** Also the first label of its host names. */
  readonly id: string
  readonly adapter: string
  /** What Node is started with: a module and its arguments. */
  readonly command: readonly [module: string, ...rest: readonly string[]]
  /** Then every answer has `Vary: Origin`, also where it is the same for everybody. */
  readonly choosesPolicyByFunction?: true
}

const usual = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
const all = 'all that are parsed'

const own = (name: string): string => new URL(`../../dist/${name}.js`, import.meta.url).href

const app = (name: string): string => new URL('main.js', import.meta.resolve(`@cors/app-${name}`)).href

export const subjects: readonly Subject[] = [
  {
    id: 'fastify',
    adapter: '@cors/fastify',
    command: [app('fastify')],
    routedMethods: usual,
    refusesForms: true,
  },
  {
    id: 'koa',
    adapter: '@cors/koa',
    command: [app('koa')],
    choosesPolicyByFunction: true,
    routedMethods: all,
    refusesForms: false,
  },
  {
    id: 'nestjs-express',
    adapter: '@cors/nestjs',
    command: [app('nestjs'), 'express'],
    routedMethods: all,
    refusesForms: false,
  },
  {
    id: 'nestjs-fastify',
    adapter: '@cors/nestjs',
    command: [app('nestjs'), 'fastify'],
    routedMethods: all,
    refusesForms: true,
  },
  { id: 'next', adapter: '@cors/next', command: [app('next')], routedMethods: usual, refusesForms: false },
  {
    id: 'express',
    adapter: '@cors/node',
    command: [own('express')],
    routedMethods: all,
    refusesForms: false,
  },
  { id: 'hono', adapter: '@cors/fetch', command: [own('hono')], routedMethods: all, refusesForms: false },
]
