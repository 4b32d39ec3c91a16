import type { HeaderField } from '../results/exchange.js'
import { element } from './element.js'

/** Those that this page is about. The others are a click away. */
const relevant =
  /^(access-control-.*|origin|vary|cookie|set-cookie|content-type|location|etag|if-none-match|allow|x-.*)$/i

/**
 * Header fields, in their order.
 *
 * @param decisive the name of the header that decided, in lower case; it may be absent
 */
export const renderHeaders = (headers: readonly HeaderField[], decisive?: string): HTMLElement => {
  const shown = headers.filter(([name]) => relevant.test(name))
  const others = headers.filter(([name]) => !relevant.test(name))
  const isMissing = decisive !== undefined && !headers.some(([name]) => name.toLowerCase() === decisive)
  const items = [
    ...shown.map((field) => line(field, field[0].toLowerCase() === decisive)),
    ...(isMissing ? [line([decisive, 'is missing'], true)] : []),
  ]
  const more =
    others.length === 0
      ? []
      : [
          element(
            'details',
            {},
            element('summary', {}, `${others.length} more`),
            element('ul', { class: 'headers' }, ...others.map((field) => line(field, false))),
          ),
        ]
  return element('div', {}, element('ul', { class: 'headers' }, ...items), ...more)
}

const line = ([name, value]: HeaderField, isDecisive: boolean): HTMLElement => {
  const isCors = /^(access-control-|origin$)/i.test(name)
  const content = [element('span', { class: isCors ? 'name cors' : 'name' }, `${name}: `), value]
  const badge = isDecisive ? [' ', element('strong', {}, 'this decided')] : []
  return element('li', isDecisive ? { class: 'decisive' } : {}, ...content, ...badge)
}
