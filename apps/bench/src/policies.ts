import type { CorsRule, OriginLookup } from '@cors/core'
import { HEADERS, MAX_AGE, METHODS, ORIGIN } from './scenarios/requests.js'
import type { PolicyShape } from './scenarios/scenario.js'

/** What a lookup does here: one comparison. */
const isTenant = (origin: string): boolean => origin === ORIGIN

/** Ours. */
export const configOf = ({ origins, domains, lookup, anyHeader }: PolicyShape): CorsRule => {
  const ask: OriginLookup = lookup === 'promise' ? async (origin) => isTenant(origin) : isTenant
  return {
    origins: [
      ...origins,
      ...domains.map((domain) => `https://*.${domain}`),
      ...(lookup === undefined ? [] : [ask]),
    ],
    credentials: true,
    methods: METHODS,
    allowedHeaders: anyHeader === true ? '*' : HEADERS,
    maxAge: MAX_AGE,
  }
}

/** What the pattern means, as a RegExp: one or more labels before the domain. */
const expressionOf = (domain: string): RegExp =>
  new RegExp(`^https://(?:[a-z0-9_-]+\\.)+${domain.replaceAll('.', '\\.')}$`)

type Callback = (error: Error | null, allow: boolean) => void

export interface PeerOptions {
  readonly origin: (string | RegExp)[] | ((origin: string | undefined, callback: Callback) => void)
  readonly credentials: boolean
  readonly methods: string[]
  readonly allowedHeaders?: string[]
  readonly maxAge: number
}

/** `cors` and `@fastify/cors` take the same, and so does Nest's `enableCors`, which hands it on to them. */
export const peerOptionsOf = ({ origins, domains, lookup, anyHeader }: PolicyShape): PeerOptions => ({
  origin:
    lookup === undefined
      ? [...origins, ...domains.map(expressionOf)]
      : (origin: string | undefined, callback: Callback): void => {
          const answer = isTenant(origin ?? '')
          if (lookup === 'synchronous') callback(null, answer)
          else Promise.resolve(answer).then((later) => callback(null, later))
        },
  credentials: true,
  methods: ['GET', 'HEAD', 'POST', ...METHODS],
  ...(anyHeader === true ? {} : { allowedHeaders: [...HEADERS] }),
  maxAge: MAX_AGE,
})

/** What a peer without lists of patterns is given: a function, as its users write it. */
export const originFunctionOf = ({
  origins,
  domains,
  lookup,
}: PolicyShape): ((origin: string) => string | Promise<string>) => {
  if (lookup === 'synchronous') return (origin) => (isTenant(origin) ? origin : '')
  if (lookup === 'promise') return async (origin) => (isTenant(origin) ? origin : '')
  const expressions = domains.map(expressionOf)
  return (origin) =>
    origins.includes(origin) || expressions.some((expression) => expression.test(origin)) ? origin : ''
}
