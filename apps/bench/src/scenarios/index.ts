import { manyOrigins, manyPatterns } from './many.js'
import { getFrom, HEADERS, ORIGIN, plainGet, preflightFrom } from './requests.js'
import type { PolicyShape, Scenario } from './scenario.js'

const oneOrigin = (): PolicyShape => ({ origins: [ORIGIN], domains: [] })
const withLookup = (lookup: PolicyShape['lookup'] & string) => (): PolicyShape => ({
  origins: [],
  domains: [],
  lookup,
})
/** Hostile requests meet 100 patterns, and one listed origin, from which the preflights come. */
const patternsAndOrigin = (): PolicyShape => ({ ...manyPatterns(100), origins: [ORIGIN] })
const anyHeader = (): PolicyShape => ({ ...patternsAndOrigin(), anyHeader: true })

const BASIC: readonly Scenario[] = [
  { id: 'a', title: 'non-CORS GET', policy: oneOrigin, request: plainGet(), answer: 'non-cors' },
  { id: 'b', title: 'allowed GET', policy: oneOrigin, request: getFrom(ORIGIN), answer: 'allowed' },
  {
    id: 'c',
    title: 'denied GET',
    policy: oneOrigin,
    request: getFrom('https://evil.example'),
    answer: 'denied',
  },
  {
    id: 'd',
    title: 'preflight with three headers',
    policy: oneOrigin,
    request: preflightFrom(ORIGIN, HEADERS.join(',')),
    answer: 'preflight',
  },
]

const SIZES_OF_E = [1, 10, 100, 1_000, 10_000, 100_000]
const SIZES_OF_F = [1, 10, 100, 1_000, 10_000]
const count = (size: number): string => size.toLocaleString('en')

const exact = SIZES_OF_E.flatMap((size): readonly Scenario[] => {
  const policy = () => manyOrigins(size)
  const title = `${count(size)} exact origins`
  const at = (place: number) => getFrom(`https://shop-${place}.example`)
  return [
    {
      id: `e-${size}-first`,
      title: `${title}, first`,
      policy,
      request: at(0),
      answer: 'allowed',
      plain: 'b',
    },
    {
      id: `e-${size}-last`,
      title: `${title}, last`,
      policy,
      request: at(size - 1),
      answer: 'allowed',
      plain: 'b',
    },
    {
      id: `e-${size}-missing`,
      title: `${title}, missing`,
      policy,
      request: at(size),
      answer: 'denied',
      plain: 'c',
    },
  ]
})

const patterns = SIZES_OF_F.flatMap((size): readonly Scenario[] => {
  const policy = () => manyPatterns(size)
  const title = `${count(size)} subdomain patterns`
  const at = (place: number) => getFrom(`https://app.tenant-${place}.example`)
  return [
    {
      id: `f-${size}-last`,
      title: `${title}, last`,
      policy,
      request: at(size - 1),
      answer: 'allowed',
      plain: 'b',
    },
    {
      id: `f-${size}-missing`,
      title: `${title}, missing`,
      policy,
      request: at(size),
      answer: 'denied',
      plain: 'c',
    },
  ]
})

const KILOBYTE = 1_024
const labels = `https://${'a.'.repeat(3_998)}tenant-1.exampl`

const HOSTILE: readonly Scenario[] = [
  {
    id: 'g-long',
    title: 'Origin of 8 KB',
    policy: patternsAndOrigin,
    request: getFrom(`https://${'a'.repeat(8 * KILOBYTE)}`),
    answer: 'denied',
    plain: 'c',
  },
  {
    id: 'g-labels',
    title: 'Origin of 4,000 labels',
    policy: patternsAndOrigin,
    request: getFrom(labels),
    answer: 'denied',
    plain: 'c',
  },
  {
    id: 'g-commas',
    title: 'preflight, 16 KB of commas',
    policy: anyHeader,
    request: preflightFrom(ORIGIN, ','.repeat(16 * KILOBYTE)),
    answer: 'preflight',
    plain: 'd',
  },
  {
    id: 'g-tokens',
    title: 'preflight, 16 KB of tokens',
    policy: anyHeader,
    request: preflightFrom(ORIGIN, 'x,'.repeat(8 * KILOBYTE)),
    answer: 'preflight',
    plain: 'd',
  },
]

const LOOKUPS: readonly Scenario[] = [
  {
    id: 'h-synchronous',
    title: 'lookup that answers at once',
    policy: withLookup('synchronous'),
    request: getFrom(ORIGIN),
    answer: 'allowed',
  },
  {
    id: 'h-promise',
    title: 'lookup with a Promise',
    policy: withLookup('promise'),
    request: getFrom(ORIGIN),
    answer: 'allowed',
  },
]

export const SCENARIOS: readonly Scenario[] = [...BASIC, ...exact, ...patterns, ...HOSTILE, ...LOOKUPS]

/** Sizes in between are for the plot, which is of one framework. */
const ONLY_PLOTTED = /^(?:e-(?:1|100|10000)|f-(?:10|1000))-/

export const isOnlyPlotted = ({ id }: Scenario): boolean => ONLY_PLOTTED.test(id)

export { workOf } from './scenario.js'

export const scenarioOf = (id: string): Scenario => {
  const found = SCENARIOS.find((scenario) => scenario.id === id)
  if (found === undefined) throw new Error(`There is no scenario "${id}".`)
  return found
}
