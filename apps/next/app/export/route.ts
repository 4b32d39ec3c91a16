import { exportLines } from '@cors/app-service'
import { handler } from '../../lib/handler'
import { streamOf } from '../../lib/stream'

export const GET = handler(
  (_, { products }) =>
    new Response(streamOf(exportLines(products.list())), {
      headers: { 'content-type': 'text/csv; charset=utf-8' },
    }),
)
