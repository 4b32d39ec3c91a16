import { describe, expect, test } from 'vitest'
import type { Mutant } from './mutant.js'
import { firstFailure } from './suite.js'

/** A mutant that survives is a test that is missing. */
export const testMutants = (mutants: readonly Mutant[]): void => {
  const named = mutants.map(
    (mutant, index) => [`${index} ${mutant.file}: ${mutant.find.trim()}`, mutant] as const,
  )
  describe('Each check, removed or weakened, fails a test', () => {
    test.each(named)('%s', async (_, mutant) => {
      expect([mutant.replace, await firstFailure(mutant)]).not.toEqual([mutant.replace, undefined])
    })
  })
}
