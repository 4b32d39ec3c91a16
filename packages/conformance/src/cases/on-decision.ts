import { type CorsConfig, createCorsPolicy } from '@cors/core'
import type { ExpectedDecision, OptionsCase } from '../case.js'
import { spec } from '../spec.js'
import { actualRequest, allowed, app, decision, preflightRequest, ran, refused, stranger } from './build.js'
import { optionsCasesOf } from './options-of.js'

const policy: CorsConfig = {
  origins: [
    app,
    (origin) => {
      if (origin === 'https://fails.example') throw new Error('the lookup is made to throw')
      return false
    },
  ],
}

const chosen = createCorsPolicy({ origins: [app] })

const told = (
  ...decisions: readonly ExpectedDecision[]
): { readonly decisions: readonly ExpectedDecision[] } => ({
  decisions,
})

const exact = decision('actual', 'origin-exact')

export const onDecision: readonly OptionsCase[] = [
  ...optionsCasesOf({ policy, onDecision: 'records' }, [
    {
      id: 'on-decision/actual',
      title: 'an allowed request is told once',
      spec: spec.onDecision,
      request: actualRequest(app),
      expected: ran({ origin: app }, told(exact)),
    },
    {
      id: 'on-decision/denied',
      title: 'a denied request is told once',
      spec: spec.onDecision,
      request: actualRequest(stranger),
      expected: ran(undefined, told(decision('actual', 'origin-not-listed'))),
    },
    {
      id: 'on-decision/preflight',
      title: 'a preflight is told once',
      spec: spec.onDecision,
      request: preflightRequest(app, 'PUT'),
      expected: allowed({ origin: app }, told(decision('preflight', 'origin-exact'))),
    },
    {
      id: 'on-decision/preflight-denied',
      title: 'a denied preflight is told once',
      spec: spec.onDecision,
      request: preflightRequest('null', 'PUT'),
      expected: { ...refused, ...told(decision('preflight', 'origin-opaque')) },
    },
    {
      id: 'on-decision/lookup-failed',
      title: 'a failed lookup is told once',
      spec: spec.onDecision,
      request: actualRequest('https://fails.example'),
      expected: ran(undefined, { vary: ['*'], ...told(decision('actual', 'origin-lookup-failed')) }),
    },
    {
      id: 'on-decision/no-origin',
      title: 'a request without Origin is no CORS request, and not told',
      spec: spec.onDecision,
      request: actualRequest(undefined),
      expected: ran(undefined, told()),
    },
    {
      id: 'on-decision/missing',
      title: 'a 404 is told once',
      spec: spec.onDecision,
      request: actualRequest(app, '/missing'),
      expected: ran({ origin: app }, { status: 404, handler: 'not run', ...told(exact) }),
    },
    {
      id: 'on-decision/throw',
      title: 'a thrown error is told once, though the head is written by the error handler',
      spec: spec.onDecision,
      request: actualRequest(app, '/throw'),
      expected: ran({ origin: app }, { status: 500, handler: 'threw', ...told(exact) }),
    },
    {
      id: 'on-decision/early',
      title: 'where a hook added before ends the request, it is told once',
      spec: spec.onDecision,
      request: actualRequest(app, '/early'),
      expected: ran({ origin: app }, { status: 401, handler: 'not run', ...told(exact) }),
    },
  ]),
  ...optionsCasesOf({ policy: () => chosen, onDecision: 'records' }, [
    {
      id: 'on-decision/function',
      title: "a chosen policy's decision is told once",
      spec: spec.onDecision,
      request: actualRequest(app),
      expected: ran({ origin: app }, told(exact)),
    },
  ]),
  ...optionsCasesOf({ policy, onDecision: 'throws' }, [
    {
      id: 'on-decision/throws',
      title: 'what it throws changes no response',
      spec: spec.onDecision,
      request: actualRequest(app),
      expected: ran({ origin: app }, { body: 'ok', ...told(exact) }),
    },
    {
      id: 'on-decision/throws-preflight',
      title: 'nor the answer to a preflight',
      spec: spec.onDecision,
      request: preflightRequest(app, 'PUT'),
      expected: allowed({ origin: app }, told(decision('preflight', 'origin-exact'))),
    },
  ]),
]
