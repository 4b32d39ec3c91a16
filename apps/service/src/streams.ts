import type { Product } from './products.js'

/** Server-sent events: the price of each product, then the end. */
export async function* priceEvents(products: readonly Product[]): AsyncGenerator<string> {
  for (const { id, price } of products) {
    yield `event: price\ndata: ${JSON.stringify({ id, price })}\n\n`
    await nextTurn()
  }
}

/** The list of products as comma-separated values, line by line. */
export async function* exportLines(products: readonly Product[]): AsyncGenerator<string> {
  yield 'id,name,price\r\n'
  for (const { id, name, price } of products) {
    await nextTurn()
    yield `${id},"${name.replaceAll('"', '""')}",${price}\r\n`
  }
}

/** So that each piece is a chunk of its own. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))
