import { type CorsConfig, createCorsPolicy, type OriginLookup } from '@cors/core'
import type { OptionsCase } from '../case.js'
import { headerOf } from '../native-request.js'
import { spec } from '../spec.js'
import {
  actualRequest,
  allowed,
  app,
  preflightRequest,
  preflightVary,
  ran,
  refused,
  stranger,
} from './build.js'
import { optionsCasesOf } from './options-of.js'

const vary = ['X-Tenant']
const keyed: CorsConfig = { origins: [app] }

/** Asks the native request, which is what an adapter passes for context. */
const tenantLookup: OriginLookup = (_, context) => headerOf(context, 'x-tenant') === 'blue'

const tenantPolicy = createCorsPolicy({ origins: '*' })

const withTenant = (tenant: string): ReturnType<typeof actualRequest> => ({
  ...actualRequest(stranger),
  headers: [
    ['Origin', stranger],
    ['X-Tenant', tenant],
  ],
})

export const varyOption: readonly OptionsCase[] = [
  ...optionsCasesOf({ policy: keyed, vary }, [
    {
      id: 'vary-option/actual',
      title: 'declared members are merged into an actual response',
      spec: spec.vary,
      request: actualRequest(app),
      expected: ran({ origin: app }, { vary: ['Origin', 'X-Tenant'] }),
    },
    {
      id: 'vary-option/no-origin',
      title: 'and without Origin',
      spec: spec.vary,
      request: actualRequest(undefined),
      expected: ran(undefined, { vary: ['Origin', 'X-Tenant'] }),
    },
    {
      id: 'vary-option/missing',
      title: 'and into a 404',
      spec: spec.vary,
      request: actualRequest(app, '/missing'),
      expected: ran({ origin: app }, { vary: ['Origin', 'X-Tenant'], status: 404, handler: 'not run' }),
    },
    {
      id: 'vary-option/preflight',
      title: 'and into the answer to a preflight',
      spec: spec.vary,
      request: preflightRequest(app, 'PUT'),
      expected: allowed({ origin: app }, { vary: [...preflightVary, 'X-Tenant'] }),
    },
    {
      id: 'vary-option/preflight-denied',
      title: 'and into the answer to a denied preflight',
      spec: spec.vary,
      request: preflightRequest(stranger, 'PUT'),
      expected: { ...refused, vary: [...preflightVary, 'X-Tenant'] },
    },
    {
      id: 'vary-option/own-vary',
      title: "beside the handler's own members",
      spec: spec.vary,
      request: actualRequest(app, '/own-vary'),
      expected: ran({ origin: app }, { vary: ['Accept-Encoding', 'Origin', 'X-Tenant'] }),
    },
  ]),
  ...optionsCasesOf({ policy: { origins: '*' }, vary: ['X-Tenant', 'Origin', 'x-tenant'] }, [
    {
      id: 'vary-option/constant',
      title: 'a constant policy varies by what is declared, each member once',
      spec: spec.vary,
      request: actualRequest(app),
      expected: ran({ origin: '*' }, { vary: ['X-Tenant', 'Origin'] }),
    },
  ]),
  ...optionsCasesOf({ policy: { origins: [tenantLookup] }, vary }, [
    {
      id: 'vary-option/lookup-context-allows',
      title: 'a lookup is given the native request, and may allow by it',
      spec: spec.lookup,
      request: withTenant('blue'),
      expected: ran({ origin: stranger }, { vary: ['Origin', 'X-Tenant'] }),
    },
    {
      id: 'vary-option/lookup-context-denies',
      title: 'or deny by it',
      spec: spec.lookup,
      request: withTenant('red'),
      expected: ran(undefined, { vary: ['Origin', 'X-Tenant'] }),
    },
  ]),
  ...optionsCasesOf({ policy: (request) => headerOf(request, 'x-tenant') === 'blue' && tenantPolicy, vary }, [
    {
      id: 'vary-option/function',
      title: 'a function is given the native request, and what it reads is merged',
      spec: spec.policyFunction,
      request: withTenant('blue'),
      expected: ran({ origin: '*' }, { vary: ['Origin', 'X-Tenant'] }),
    },
    {
      id: 'vary-option/function-off',
      title: 'also where it switches CORS off',
      spec: spec.policyFunction,
      request: withTenant('red'),
      expected: ran(undefined, { vary: ['Origin', 'X-Tenant'] }),
    },
  ]),
]
