import type { ListenerRow } from '../results.js'
import { duration } from './table.js'

interface Series {
  readonly label: string
  readonly style: string
  readonly points: readonly (readonly [count: number, nanoseconds: number])[]
}

const WIDTH = 720
const HEIGHT = 400
const LEFT = 80
const RIGHT = 190
const TOP = 20
const BOTTOM = 50
const COUNTS = [1, 10, 100, 1_000, 10_000, 100_000]
/** Powers of ten: from 100 ns to 100 ms. */
const LOWEST = 2
const HIGHEST = 8

const x = (count: number): number => LEFT + (Math.log10(count) / 5) * (WIDTH - LEFT - RIGHT)

const y = (nanoseconds: number): number => {
  const part = (Math.log10(Math.max(nanoseconds, 10 ** LOWEST)) - LOWEST) / (HIGHEST - LOWEST)
  return HEIGHT - BOTTOM - part * (HEIGHT - TOP - BOTTOM)
}

const pointsOf = (rows: readonly ListenerRow[], letter: string, role: 'peer' | 'ours'): Series['points'] =>
  rows
    .map((row) => [Number(/^[ef]-(\d+)-missing$/.exec(row.scenario)?.[1]), row] as const)
    .filter(([count, row]) => count > 0 && row.scenario.startsWith(letter))
    .map(([count, { cells }]) => [count, cells[role].over] as const)
    .sort(([one], [other]) => one - other)

const text = (left: number, top: number, content: string, anchor: string): string =>
  `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}" text-anchor="${anchor}">${content}</text>`

const grid = (): readonly string[] => [
  ...COUNTS.map((count) => text(x(count), HEIGHT - BOTTOM + 20, count.toLocaleString('en'), 'middle')),
  ...Array.from({ length: HIGHEST - LOWEST + 1 }, (_, index) => 10 ** (LOWEST + index)).flatMap((value) => [
    `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}"/>`,
    text(LEFT - 8, y(value) + 4, duration(value).replace(/\.0+ /, ' '), 'end'),
  ]),
  text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, 'origins or patterns in the policy', 'middle'),
]

/** Labels stand where the lines end, and must not stand on each other. */
const labelPlaces = (series: readonly Series[]): ReadonlyMap<Series, number> => {
  const places = new Map<Series, number>()
  let free = 0
  const byHeight = series
    .map((one) => ({ one, top: y(one.points.at(-1)?.[1] ?? 1) }))
    .sort((left, right) => left.top - right.top)
  for (const { one, top } of byHeight) {
    places.set(one, Math.max(top, free))
    free = Math.max(top, free) + 18
  }
  return places
}

const drawn = ({ label, style, points }: Series, top: number): readonly string[] => {
  const places = points.map(([count, value]) => `${x(count).toFixed(1)},${y(value).toFixed(1)}`)
  return [
    `<polyline class="line ${style}" points="${places.join(' ')}"/>`,
    ...places.map((place) => {
      const [left, height] = place.split(',')
      return `<circle class="${style}" cx="${left}" cy="${height}" r="3.5"/>`
    }),
    text(x(100_000) + 12, top + 4, label, 'start'),
  ]
}

const STYLE = `
  text { fill: #24292f } .grid { stroke: #d0d7de } .line { fill: none; stroke-width: 2 } .line.dashed { stroke-dasharray: 6 4 }
  .peer { stroke: #bc4c00 } .ours { stroke: #0969da } circle.peer { fill: #bc4c00 } circle.ours { fill: #0969da }
  @media (prefers-color-scheme: dark) {
    text { fill: #e6edf3 } .grid { stroke: #30363d }
    .peer { stroke: #f0883e } .ours { stroke: #58a6ff } circle.peer { fill: #f0883e } circle.ours { fill: #58a6ff }
  }
`

/** Of one framework: the cost of a denied origin, over bare, against the size of the policy. Both axes are logarithmic. */
export const plot = (rows: readonly ListenerRow[], peer: string, ours: string): string => {
  const series: readonly Series[] = [
    { label: `${peer}, patterns`, style: 'peer dashed', points: pointsOf(rows, 'f', 'peer') },
    { label: `${peer}, exact origins`, style: 'peer', points: pointsOf(rows, 'e', 'peer') },
    { label: `${ours}, patterns`, style: 'ours dashed', points: pointsOf(rows, 'f', 'ours') },
    { label: `${ours}, exact origins`, style: 'ours', points: pointsOf(rows, 'e', 'ours') },
  ]
  const places = labelPlaces(series)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="13">`,
    '<title>Cost of a denied origin over a bare server, against the number of origins or patterns</title>',
    `<style>${STYLE}</style>`,
    ...grid(),
    ...series.flatMap((one) => drawn(one, places.get(one) ?? 0)),
    '</svg>\n',
  ].join('\n')
}
