const quantile = (values: readonly number[], part: number): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const place = (sorted.length - 1) * part
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  // No difference of two infinities, which a ratio to nothing is.
  return low === high ? low : low + (high - low) * (place - Math.floor(place))
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The half around the median. */
export const middleHalf = (values: readonly number[]): readonly [low: number, high: number] => [
  quantile(values, 0.25),
  quantile(values, 0.75),
]

/** One value a round; what stands at the same place was measured within the same round. */
export const pairedDifferences = (values: readonly number[], bases: readonly number[]): readonly number[] =>
  values.map((value, round) => value - (bases[round] ?? Number.NaN))

/** How probable it is that a fair coin shows the rarer side at most `rarer` times in `throws`, either side. */
const probability = (rarer: number, throws: number): number => {
  let ways = 1
  let sum = 0
  for (let side = 0; side <= rarer; side++) {
    sum += ways
    ways = (ways * (throws - side)) / (side + 1)
  }
  return (2 * sum) / 2 ** throws
}

/** Would so many differences tell, if all had one sign? */
export const canTell = (count: number): boolean => probability(0, count) < 0.05

/**
 * The sign test: do so many of the differences have one sign that chance would do it in fewer than one of twenty
 * cases? It takes six at least. Nothing is assumed of how they are distributed.
 */
export const isTold = (differences: readonly number[]): boolean => {
  const positive = differences.filter((difference) => difference > 0).length
  const negative = differences.filter((difference) => difference < 0).length
  return probability(Math.min(positive, negative), positive + negative) < 0.05
}
