import { expect, test } from 'vitest'
import { canTell, isTold, median, middleHalf } from '../src/measure/statistics.js'

const differences = (positive: number, negative: number): readonly number[] => [
  ...Array.from({ length: positive }, () => 1),
  ...Array.from({ length: negative }, () => -1),
]

/** The bounds of the two-sided sign test at 5 %, as statistical tables have them. */
test.each([
  [5, 0, false],
  [6, 0, true],
  [0, 6, true],
  [7, 1, false],
  [8, 1, true],
  [7, 2, false],
  [20, 7, true],
  [19, 8, false],
])('%d against %d: told apart? %s', (positive, negative, told) => {
  expect(isTold(differences(positive, negative))).toBe(told)
})

test('six tell something, if all agree; five never do', () => {
  expect([1, 5, 6, 9].map(canTell)).toEqual([false, false, true, true])
})

test('the half around the median', () => {
  expect(middleHalf([5, 1, 4, 2, 3])).toEqual([2, 4])
  expect(median([4, 1, 2, 3])).toBe(2.5)
  expect(middleHalf([1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY])[1]).toBe(
    Number.POSITIVE_INFINITY,
  )
})
