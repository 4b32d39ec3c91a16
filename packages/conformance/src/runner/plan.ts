import type { CaseOptions, ConformanceCase } from '../case.js'
import { allCases } from '../cases/index.js'
import type { ConformanceRoute } from '../routes/route.js'
import { routes as usualRoutes } from '../routes/routes.js'
import type { Subject } from './subject.js'

/** Cases that share options and routes: one server serves them all. */
export interface CaseGroup {
  readonly title: string
  readonly options: CaseOptions
  readonly routes: readonly ConformanceRoute[]
  readonly cases: readonly [ConformanceCase, ...ConformanceCase[]]
}

/** One readable line. */
const describeOptions = (options: CaseOptions): string => {
  const text = JSON.stringify(options, (_, value: unknown) =>
    typeof value === 'function' ? 'function' : value,
  )
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}

/** The object whose identity tells groups apart: cases that belong together share it. */
const groupKey = (each: ConformanceCase): object => {
  if (each.set === 'policy') return each.config
  return each.set === 'start-up' ? each : each.options
}

const groupOf = (cases: CaseGroup['cases']): CaseGroup => {
  const [first] = cases
  const options: CaseOptions = first.set === 'policy' ? { policy: first.config } : first.options
  const routes = (first.set === 'policy' || first.set === 'options' ? undefined : first.routes) ?? usualRoutes
  const own =
    routes === usualRoutes ? '' : `, routes ${[...new Set(routes.map(({ path }) => path))].join(' ')}`
  return { title: `${first.set}: ${describeOptions(options)}${own}`, options, routes, cases }
}

const needsRoutes = (each: ConformanceCase): boolean => each.set === 'start-up' && each.routes !== undefined

/**
 * The groups that a subject has to run, in the order of the cases.
 *
 * @throws where a skip names no case, gives no reason, stands twice or outside of the subject's sets
 */
export const planOf = ({ sets, skip = [] }: Subject): readonly CaseGroup[] => {
  const wanted = allCases.filter(
    (each) => sets.includes(each.set) && (!needsRoutes(each) || sets.includes('routes')),
  )
  for (const [index, { id, reason }] of skip.entries()) {
    if (!wanted.some((each) => each.id === id)) throw new Error(`skip: there is no case ${id} to skip`)
    if (reason.trim() === '') throw new Error(`skip: ${id} needs a reason`)
    if (skip.findIndex((other) => other.id === id) !== index) throw new Error(`skip: ${id} stands twice`)
  }
  const groups = new Map<object, [ConformanceCase, ...ConformanceCase[]]>()
  for (const each of wanted) {
    const group = groups.get(groupKey(each))
    if (group === undefined) groups.set(groupKey(each), [each])
    else group.push(each)
  }
  return [...groups.values()].map(groupOf)
}
