import { Products } from './products.js'
import { Sessions } from './sessions.js'

/** What a service serves. It knows nothing of HTTP, and each app says it in its framework's own idiom. */
export interface Shop {
  readonly products: Products
  readonly sessions: Sessions
  /** How many handlers have run: no preflight and nobody whom a guard stops may count. */
  handlerRuns: number
}

export const createShop = (): Shop => ({ products: new Products(), sessions: new Sessions(), handlerRuns: 0 })

/** Sent with every response and exposed to nobody: no script of another origin may see it. */
export const servedBy = 'x-served-by'

/** The old address of the list of products: 301. The query stays, as the demo tells its calls apart by it. */
export const movedTo = (requestTarget: string): string => {
  const query = requestTarget.indexOf('?')
  return query === -1 ? '/products' : `/products${requestTarget.slice(query)}`
}
