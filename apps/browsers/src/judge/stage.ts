import { type BrowserName, type BrowserServer, createCertificate } from '@cors/browsers'
import { type Front, startFront } from '../front/front.js'
import { startPageServer } from '../front/page-server.js'
import { apisFor, places } from '../places.js'
import type { RunningSubject } from '../subjects/running-subject.js'
import type { Setting } from './run-batch.js'
import { startVisit, type Visit } from './visit.js'

/** A browser, its pages, and the subjects that they call. */
export interface Stage {
  /** Brings on a subject under its own host names, and gives every page its cookie. */
  enter(id: string, running: RunningSubject): Promise<Omit<Setting, 'traits'>>
  close(): Promise<void>
}

export const startStage = async (browser: BrowserName, executablePath: string): Promise<Stage> => {
  const certificate = createCertificate()
  const pages: BrowserServer = await startPageServer()
  const subjects = new Map<string, RunningSubject>()
  const front: Front = await startFront(certificate, (hostname) => {
    const label = hostname.slice(0, hostname.indexOf('.'))
    return subjects.get(label)?.port ?? pages.port
  })
  const visit = await startVisit({ browser, executablePath, front, certificate })
  return {
    enter: async (id, running) => {
      subjects.set(id, running)
      await giveCookies(id, visit)
      return { running, visit, journal: front.journal }
    },
    close: async () => {
      await visit.close()
      await front.close()
      await pages.close()
    },
  }
}

/**
 * Browsers keep the cookies of a third party apart by the page's site, or keep none but those which ask for it. So
 * each page gets its own.
 *
 * @see https://www.ietf.org/archive/id/draft-cutler-httpbis-partitioned-cookies-01.html
 */
const giveCookies = async (subject: string, visit: Visit): Promise<void> => {
  const cookie = 'told=1; Path=/; Secure; HttpOnly; SameSite=None; Partitioned'
  for (const place of places) {
    const calls = apisFor(place, subject).map((api, index) => ({
      id: String(index),
      via: 'fetch' as const,
      url: `${api}/answer?${new URLSearchParams({ cookie })}`,
      method: 'GET',
      headers: [],
      credentials: 'include' as const,
    }))
    await visit.perform(place, calls)
  }
}
