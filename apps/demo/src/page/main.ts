import type { CallResult } from '../results/call-result.js'
import type { PageDescription } from '../server/description.js'
import { byId } from './element.js'
import { renderHead } from './render-head.js'
import { createTable } from './render-table.js'
import { runCalls } from './run-calls.js'
import { summarize } from './summary.js'

declare global {
  /** The results of the first run, for whoever drives this page. */
  var demoResults: Promise<readonly CallResult[]>
}

const main = async (): Promise<readonly CallResult[]> => {
  const response = await fetch('/demo.json')
  const description: PageDescription = await response.json()
  renderHead(description)
  const table = createTable(description)
  const calls = description.groups.flatMap((group) => group.calls)
  const summary = byId('summary')
  const again = byId('again') as HTMLButtonElement
  const all = byId('all') as HTMLButtonElement

  let runs = 0
  const run = async (): Promise<readonly CallResult[]> => {
    again.disabled = true
    all.disabled = true
    all.setAttribute('aria-pressed', 'false')
    runs++
    summary.className = 'running'
    summary.textContent = `Making ${calls.length} calls …`
    table.clear()
    const token = `${description.visit}-${runs}`
    try {
      const running = description.services.map((service) => runCalls(service, calls, token, table.show))
      const results = (await Promise.all(running)).flat()
      summarize(summary, description, results)
      return results
    } finally {
      again.disabled = false
      all.disabled = false
    }
  }
  all.addEventListener('click', () => {
    const isPressed = all.getAttribute('aria-pressed') !== 'true'
    all.setAttribute('aria-pressed', String(isPressed))
    table.showAll(isPressed)
  })
  again.addEventListener('click', () => void run().catch(complain))
  return run()
}

const complain = (error: unknown): void => {
  byId('summary').className = 'wrong'
  byId('summary').textContent = `It could not be finished: ${String(error)}`
}

globalThis.demoResults = main()
globalThis.demoResults.catch(complain)
