import { publicPolicy, servedBy } from '@cors/app-service'
import { withCors } from '@cors/next'
import { handler } from '../../../lib/handler'

export const { GET, OPTIONS } = withCors(publicPolicy, {
  GET: handler((_, { products }) => {
    const prices = products.list().map(({ name, price }) => ({ name, price }))
    const headers = { etag: `"${prices.length}"`, [servedBy]: 'next', 'cache-control': 'private, no-cache' }
    return Response.json(prices, { headers })
  }),
})
