import fc from 'fast-check'

/** Continuous integration sets it to 10,000. */
export const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 1_000)

export const check = <Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  holds: (...values: Values) => void,
  numRuns: number = RUNS,
): void => {
  fc.assert(fc.property(...arbitraries, holds), { numRuns })
}

export const checkAsync = async <Values extends [unknown, ...unknown[]]>(
  arbitraries: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  holds: (...values: Values) => Promise<void>,
  numRuns: number = RUNS,
): Promise<void> => {
  await fc.assert(fc.asyncProperty(...arbitraries, holds), { numRuns })
}
