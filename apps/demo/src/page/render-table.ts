import type { Call } from '@cors/app-service'
import type { CallResult } from '../results/call-result.js'
import { differences } from '../results/compare.js'
import { observe } from '../results/observed.js'
import { preflightWords, requestNotes, verdictWords } from '../results/words.js'
import type { PageDescription } from '../server/description.js'
import { byId, element } from './element.js'
import { renderExchange } from './render-exchange.js'

export interface Table {
  /** Put a result into its cell. */
  readonly show: (result: CallResult) => void
  readonly clear: () => void
  /** Open the exchange of the first service in every row, or close all. */
  readonly showAll: (open: boolean) => void
}

/** Calls are rows, services are columns. A cell opens the whole exchange below its row. */
export const createTable = ({ groups, services, page }: PageDescription): Table => {
  const columns = 1 + services.length
  const heading = (text: string): HTMLElement => element('th', { scope: 'col' }, text)
  byId('columns').append(heading('Call'), ...services.map(({ title }) => heading(title)))

  const rows = new Map<string, Row>()
  for (const { title, calls } of groups) {
    const groupHeading = element('th', { scope: 'rowgroup', colspan: String(columns) }, title)
    const body = element('tbody', {}, element('tr', { class: 'group' }, groupHeading))
    for (const call of calls) {
      const cells = new Map(
        services.map((service) => [service.id, element('td', { 'data-service': service.title })]),
      )
      const details = element('td', { colspan: String(columns), id: `exchange-${call.id}` })
      const row = {
        call,
        cells,
        details,
        detailsRow: element('tr', { class: 'exchange', hidden: '' }, details),
      }
      rows.set(call.id, row)
      body.append(element('tr', { class: 'call' }, describe(call), ...cells.values()), row.detailsRow)
    }
    byId('columns').closest('table')?.append(body)
  }

  return {
    show: (result) => {
      const row = rows.get(result.call)
      const service = services.find(({ id }) => id === result.service)
      if (row === undefined || service === undefined) return
      row.cells.get(service.id)?.replaceChildren(cellButton(row, service.title, result, page))
    },
    showAll: (open) => {
      for (const { cells } of rows.values()) {
        const buttons = [...cells.values()].flatMap((cell) => [...cell.querySelectorAll('button')])
        const isOpen = (button: HTMLElement): boolean => button.getAttribute('aria-expanded') === 'true'
        if (open !== buttons.some(isOpen)) (buttons.find(isOpen) ?? buttons[0])?.click()
      }
    },
    clear: () => {
      for (const row of rows.values()) {
        row.detailsRow.hidden = true
        for (const cell of row.cells.values()) cell.replaceChildren('…')
      }
    },
  }
}

interface Row {
  readonly call: Call
  readonly cells: ReadonlyMap<string, HTMLElement>
  readonly details: HTMLElement
  readonly detailsRow: HTMLTableRowElement
}

const describe = (call: Call): HTMLElement =>
  element(
    'th',
    { scope: 'row' },
    element('span', { class: 'title' }, call.title),
    element('code', {}, `${call.method} ${call.path}`),
    ...requestNotes(call).map((note) => element('span', { class: 'note' }, note)),
  )

const cellButton = (
  row: Row,
  service: string,
  result: CallResult,
  page: PageDescription['page'],
): HTMLElement => {
  const { call, details, detailsRow } = row
  const { verdict, status } = observe(result)
  const wrong = differences(call.expected[page], result, { maySendKeptPreflight: true })
  const words = verdictWords[verdict] + (status === undefined ? '' : ` ${status}`)
  const button = element(
    'button',
    { type: 'button', 'aria-expanded': 'false', 'aria-controls': details.id },
    element('span', { class: `verdict ${verdict}` }, words),
    element('span', { class: 'preflight' }, preflightWords(result, call.expected[page].preflight === 'kept')),
    ...(wrong.length > 0 ? [element('span', { class: 'wrong' }, '✗ not as expected')] : []),
  )
  button.addEventListener('click', () => {
    const isOpen = button.getAttribute('aria-expanded') === 'true'
    for (const cell of row.cells.values())
      cell.querySelector('button')?.setAttribute('aria-expanded', 'false')
    button.setAttribute('aria-expanded', String(!isOpen))
    detailsRow.hidden = isOpen
    details.replaceChildren(renderExchange(call, service, result, wrong))
  })
  return button
}
