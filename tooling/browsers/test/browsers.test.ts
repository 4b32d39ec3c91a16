import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type BrowserServer,
  createCertificate,
  installedBrowser,
  launchBrowser,
  startServer,
  titleIn,
} from '../src/index.js'

const certificate = createCertificate()

describe.each(['chromium', 'firefox'] as const)('%s', (name) => {
  const executablePath = installedBrowser(name)

  describe.skipIf(executablePath === undefined)(titleIn(name), () => {
    const servers: BrowserServer[] = []
    const foreign: string[] = []
    let served = 0
    let browser: Browser

    beforeAll(async () => {
      for (const used of [undefined, certificate]) {
        const server = await startServer((request, response) => {
          const host = request.headers.host ?? ''
          if (!/example|localhost/.test(host)) foreign.push(host)
          if (request.url === '/counted') served++
          response.setHeader('content-type', request.url === '/page' ? 'text/html' : 'text/plain')
          response.setHeader('cache-control', request.url === '/counted' ? 'max-age=600' : 'no-store')
          response.setHeader('access-control-allow-origin', '*')
          response.end(`${used === undefined ? 'http' : 'https'} ${host}`)
        }, used)
        servers.push(server)
      }
      const [http = 0, https = 0] = servers.map(({ port }) => port)
      browser = await launchBrowser(name, {
        executablePath: executablePath ?? '',
        ports: { 80: http, 8080: http, 443: https, 8443: https },
        certificateHash: certificate.publicKeyHash,
      })
    })
    afterAll(async () => {
      await browser?.close()
      for (const server of servers) await server.close()
    })

    const fetchFrom = async (page: string, url: string, times = 1): Promise<string> => {
      const tab = await browser.newPage()
      await tab.goto(page)
      const text = await tab.evaluate(
        async (target, count) => {
          let last = ''
          for (let turn = 0; turn < count; turn++) last = await (await fetch(target)).text()
          return `${location.origin} ${last}`
        },
        url,
        times,
      )
      await tab.close()
      return text
    }

    it.each([
      ['http://app.example', 'http://api.example:8080', 'http api.example:8080'],
      ['https://app.example', 'https://api.example:8443', 'https api.example:8443'],
      ['https://xn--mnchen-3ya.example:8443', 'https://api.example', 'https api.example'],
      ['http://localhost', 'http://a.b.example', 'http a.b.example'],
      ['http://app.localhost:8080', 'http://localhost', 'http localhost'],
    ])('gives a page the origin %s, and %s a server', async (origin, api, answer) => {
      expect(await fetchFrom(`${origin}/page`, `${api}/`)).toBe(`${origin} ${answer}`)
    })

    it('keeps its HTTP cache on https pages', async () => {
      await fetchFrom('https://app.example/page', 'https://api.example/counted', 3)
      expect(served).toBe(1)
    })

    it('asks for nothing that the suite did not ask for', () => {
      expect(foreign).toEqual([])
    })
  })
})
