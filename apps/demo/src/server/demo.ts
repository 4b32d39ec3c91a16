import { pageOrigin, pages, shopPage, shopPolicy } from '@cors/app-service'
import type { CorsConfig } from '@cors/core'
import type { ComparedService } from '../compare/compare-services.js'
import { Journal } from '../recorder/journal.js'
import { startRecordingProxy } from '../recorder/recording-proxy.js'
import type { DemoPage, DemoService } from './description.js'
import { listenOnLoopback } from './listen-on-loopback.js'
import { pageListener } from './page-server.js'
import { services as allServices, type Service } from './services.js'

export interface DemoOptions {
  /** The pages have this port and the next, the services those after them. 0 lets the system choose. */
  readonly firstPort: number
  /** In place of the shop's own. */
  readonly policy?: CorsConfig
  /** Default: all that there are. */
  readonly services?: readonly Service[]
}

export interface Demo {
  readonly pages: readonly DemoPage[]
  readonly services: readonly DemoService[]
  /** The same without the proxies before them. */
  readonly behindProxies: readonly ComparedService[]
  /** Of the services. */
  readonly policy: CorsConfig
  close(): Promise<void>
}

/** Starts the services, a recording proxy before each, and the servers of the pages. */
export const startDemo = async (options: DemoOptions): Promise<Demo> => {
  const opened: { close(): Promise<void> }[] = []
  const close = async (): Promise<void> => {
    for (const each of opened.reverse()) await each.close()
  }
  const keep = <Each extends { close(): Promise<void> }>(each: Each): Each => {
    opened.push(each)
    return each
  }
  const port = (offset: number): number => (options.firstPort === 0 ? 0 : options.firstPort + offset)
  try {
    const site = pageListener()
    const pagePorts: number[] = []
    for (const offset of [0, 1]) {
      pagePorts.push(keep(await listenOnLoopback(port(offset), site.listener)).port)
    }
    const portOf = (page: (typeof pages)[number]): number => pagePorts[page.portOffset] as number
    const policy = options.policy ?? shopPolicy(pageOrigin(shopPage, portOf(shopPage)))

    const started: DemoService[] = []
    const behindProxies: ComparedService[] = []
    const journals = new Map<string, Journal>()
    for (const [index, each] of (options.services ?? allServices).entries()) {
      const { id, title, start, choosesPolicyByFunction = false } = each
      const journal = new Journal()
      const service = keep(await start({ port: 0, policy }))
      const proxy = keep(await startRecordingProxy(service.url, journal, port(2 + index)))
      started.push({ id, title, url: `http://localhost:${proxy.port}` })
      behindProxies.push({ title, url: service.url, choosesPolicyByFunction })
      journals.set(id, journal)
    }
    const shown = pages.map(({ id, title, standing, ...page }) => ({
      id,
      title,
      standing,
      origin: pageOrigin({ id, title, standing, ...page }, pagePorts[page.portOffset] as number),
    }))
    site.open({ pages: shown, services: started, policy }, journals)
    return { pages: shown, services: started, behindProxies, policy, close }
  } catch (error) {
    await close()
    throw error
  }
}
