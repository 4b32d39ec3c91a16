import { type BrowserName, installedBrowser, launchBrowser, titleIn } from '@cors/browsers'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chromiumEngine, type Engine, firefoxEngine, standardEngine } from '../../src/index.js'
import { exchangeCases } from './cases/index.js'
import { differences, inShort } from './differences.js'
import { pageOrigin } from './exchange-case.js'
import { type ExchangeServer, startExchangeServer } from './exchange-server.js'
import { type Observed, runBrowser, runModel, warmUp } from './runs.js'

it('at least 150 exchanges are compared, each under a name of its own', () => {
  expect(exchangeCases.length).toBeGreaterThanOrEqual(150)
  expect(new Set(exchangeCases.map(({ id }) => id)).size).toBe(exchangeCases.length)
})

describe.each<[BrowserName, Engine]>([
  ['chromium', chromiumEngine],
  ['firefox', firefoxEngine],
])('the model predicts what happens', (name, engine) => {
  const executablePath = installedBrowser(name)

  describe.skipIf(executablePath === undefined)(titleIn(name), () => {
    let server: ExchangeServer
    let browser: Browser
    let observed: ReadonlyMap<string, Observed>

    beforeAll(async () => {
      server = await startExchangeServer([warmUp, ...exchangeCases])
      browser = await launchBrowser(name, {
        executablePath: executablePath ?? '',
        ports: { 80: server.port, 8080: server.port },
      })
      const page = await browser.newPage()
      await page.goto(pageOrigin)
      observed = await runBrowser(name, exchangeCases, page, server)
    })
    afterAll(async () => {
      await browser?.close()
      await server?.close()
    })

    const instead = new Map(differences[name].flatMap((each) => Object.entries(each.instead)))
    const alike = exchangeCases.filter(({ id }) => !instead.has(id))

    it.each(alike.map((each) => [each.id, each] as const))('%s', async (id, exchange) => {
      expect(observed.get(id)).toEqual(await runModel(engine, exchange, server))
    })

    it('lets * cover Authorization, as the engine of the model does and the standard does not', async () => {
      const exchange = exchangeCases.find(({ id }) => id === 'authorization-under-any')
      if (exchange === undefined) throw new Error('There is no such exchange.')
      expect(engine.wildcardCoversAuthorization).toBe(true)
      expect(observed.get(exchange.id)).not.toEqual(await runModel(standardEngine, exchange, server))
    })

    const known = differences[name].flatMap((each) =>
      Object.entries(each.instead).map(([id, happens]) => [each.what, id, happens] as const),
    )
    it.each(known)('%s %s', async (_, id, happens) => {
      const exchange = exchangeCases.find((each) => each.id === id)
      if (exchange === undefined) throw new Error(`There is no exchange ${id}.`)
      const seen = observed.get(id)
      expect(seen && inShort(seen)).toBe(happens)
      expect(seen, 'the model agrees: no difference any more').not.toEqual(
        await runModel(engine, exchange, server),
      )
    })
  })
})
