import autocannon from 'autocannon'
import type { Role } from '../contender.js'
import { getFrom, ORIGIN } from '../scenarios/requests.js'
import { startChild } from './child-process.js'
import { type NextApplication, startNext } from './next.js'
import { median } from './statistics.js'

/** An allowed GET over loopback, as a ratio to the same server without CORS: medians of alternating runs. */
export interface EndToEnd {
  readonly framework: string
  readonly role: Exclude<Role, 'bare'>
  readonly requestsPerSecond: number
  /** Requests a second with CORS over without. */
  readonly throughputRatio: number
  /** The 99th percentile of latency with CORS over without. */
  readonly p99Ratio: number
}

export interface LoadEffort {
  readonly turns: number
  readonly seconds: number
}

interface Server {
  readonly role: Role
  readonly port: number
  readonly stop: () => void
}

interface Load {
  readonly requests: number
  readonly p99: number
}

const CONNECTIONS = 50

const { headers } = getFrom(ORIGIN)
const HEADERS = Object.fromEntries(
  headers.flatMap((name, index) =>
    index % 2 === 0 && name !== 'Host' && name !== 'Connection' ? [[name, headers[index + 1]]] : [],
  ),
)

const load = async (port: number, seconds: number): Promise<Load> => {
  const { requests, latency, non2xx, errors } = await autocannon({
    url: `http://127.0.0.1:${port}/`,
    connections: CONNECTIONS,
    duration: seconds,
    headers: HEADERS,
  })
  if (non2xx > 0 || errors > 0) throw new Error(`${non2xx} responses were no 200, ${errors} failed.`)
  return { requests: requests.average, p99: latency.p99 }
}

/** Next.js has no peer: what its users take is a proxy that writes the headers by hand. */
const NEXT_APPLICATIONS: Readonly<Partial<Record<Role, NextApplication>>> = {
  bare: 'empty',
  limit: 'limit',
  ours: 'cors',
}

const startServers = async (framework: string): Promise<readonly Server[]> => {
  const roles: readonly Role[] = ['bare', framework === 'next' ? 'limit' : 'peer', 'ours']
  return Promise.all(
    roles.map(async (role) => {
      const application = framework === 'next' ? NEXT_APPLICATIONS[role] : undefined
      if (application !== undefined) return { role, ...(await startNext(application)) }
      const child = await startChild(framework, role, 'b', [])
      return { role, port: await child.ask({ do: 'listen' }), stop: child.stop }
    }),
  )
}

export const measureEndToEnd = async (
  framework: string,
  { turns, seconds }: LoadEffort,
): Promise<readonly EndToEnd[]> => {
  const servers = await startServers(framework)
  try {
    const loads = new Map<Role, Load[]>(servers.map(({ role }) => [role, []]))
    for (const { port } of servers) await load(port, seconds)
    for (let turn = 0; turn < turns; turn++) {
      for (let place = 0; place < servers.length; place++) {
        const { role, port } = servers[(turn + place) % servers.length] as Server
        loads.get(role)?.push(await load(port, seconds))
      }
    }
    const ratio = (role: Role, of: (load: Load) => number): number =>
      median((loads.get(role) ?? []).map((one, turn) => of(one) / of(loads.get('bare')?.[turn] as Load)))
    return servers
      .map(({ role }) => role)
      .filter((role) => role !== 'bare')
      .map((role) => ({
        framework,
        role,
        requestsPerSecond: median((loads.get(role) ?? []).map(({ requests }) => requests)),
        throughputRatio: ratio(role, ({ requests }) => requests),
        p99Ratio: ratio(role, ({ p99 }) => p99),
      }))
  } finally {
    for (const { stop } of servers) stop()
  }
}
