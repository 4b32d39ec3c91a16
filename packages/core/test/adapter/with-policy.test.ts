import type { CorsDecision, CorsRequest } from '@cors/core'
import { CorsConfigError } from '@cors/core'
import { type CompiledOptions, compileOptions } from '@cors/core/adapter'
import { describe, expect, it } from 'vitest'

const app = 'https://app.example'
const partner = 'https://partner.example'

const get = (origin: string): CorsRequest => ({
  method: 'GET',
  origin,
  accessControlRequestMethod: undefined,
  accessControlRequestHeaders: undefined,
})

describe('a policy of a part of the application', () => {
  const told: CorsDecision[] = []
  const options: CompiledOptions<string> = compileOptions<string>(
    {
      policy: { origins: [app] },
      vary: ['X-Tenant'],
      onDecision: (decision: CorsDecision) => told.push(decision),
    },
    () => undefined,
  )

  it('replaces the policy, and keeps onDecision and vary', async () => {
    told.length = 0
    const decision = await options.withPolicy({ origins: [partner] }).decide(get(partner), 'native')
    expect(decision).toMatchObject({ allowed: true, vary: ['Origin', 'X-Tenant'] })
    expect(told).toMatchObject([{ allowed: true, reason: 'origin-exact' }])
  })

  it('can be false, and then says nothing at all', async () => {
    told.length = 0
    const off = options.withPolicy(false)
    expect(off.policy).toBe(false)
    expect(await off.decide(get(app), 'native')).toBeUndefined()
    expect(told).toEqual([])
  })

  it('replaces all with options of its own', async () => {
    told.length = 0
    const decision = await options
      .withPolicy({ policy: { origins: [partner] } })
      .decide(get(partner), 'native')
    expect(decision).toMatchObject({ allowed: true, vary: ['Origin'] })
    expect(told).toEqual([])
  })

  it.each([undefined, null, true, {}, 'https://a.example', () => false])('refuses %o', (own) => {
    expect(() => options.withPolicy(own)).toThrow(CorsConfigError)
  })
})
