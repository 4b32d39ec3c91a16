export const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const place = (sorted.length - 1) * part
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low + (high - low) * (place - Math.floor(place))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** One value a round; what stands at the same place was measured within the same round. */
export const pairedDifferences = (values: readonly number[], bases: readonly number[]): readonly number[] =>
  values.map((value, round) => value - (bases[round] ?? Number.NaN))
