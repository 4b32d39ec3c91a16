import { servedBy } from '@cors/app-service'
import { handler } from '../../../lib/handler'

/** Outside of the proxy's matcher: no CORS here. */
export const dynamic = 'force-dynamic'

export const GET = handler((_, { products }) =>
  Response.json(
    products.list().map(({ id }) => ({ id, stock: 12 })),
    { headers: { [servedBy]: 'next', 'cache-control': 'private, no-cache' } },
  ),
)
