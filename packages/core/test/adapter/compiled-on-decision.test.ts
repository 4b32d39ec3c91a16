import { compileOptions } from '@cors/core/adapter'
import { expect, it } from 'vitest'

it('compiled options say who is told of decisions, also for a policy of a part of the application', () => {
  const onDecision = (): void => {}
  const told = compileOptions({ policy: { origins: '*' }, onDecision }, () => undefined)
  expect([told.onDecision, told.withPolicy(false).onDecision]).toEqual([onDecision, onDecision])
  for (const policy of [{ origins: '*' }, false, () => false]) {
    expect(compileOptions({ policy }, () => undefined).onDecision).toBeUndefined()
  }
})
