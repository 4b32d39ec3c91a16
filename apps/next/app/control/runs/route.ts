import { controlRoute } from '../../../lib/control'

export const dynamic = 'force-dynamic'

export const GET = controlRoute(({ shop }) => Response.json({ runs: shop.handlerRuns }))
