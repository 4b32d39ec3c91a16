import { withCors } from '@cors/next'

export const { GET, OPTIONS } = withCors(
  { origins: '*' },
  { GET: () => Response.json([{ id: 1, name: 'Chair' }]) },
)
