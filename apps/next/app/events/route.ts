import { priceEvents } from '@cors/app-service'
import { handler } from '../../lib/handler'
import { streamOf } from '../../lib/stream'

export const GET = handler(
  (_, { products }) =>
    new Response(streamOf(priceEvents(products.list())), {
      headers: { 'content-type': 'text/event-stream' },
    }),
)
