import { withCors } from '@cors/next'

const open = withCors({ origins: '*' }, { GET: () => Response.json([{ id: 1 }]) })

export const { GET, PUT, OPTIONS } = withCors(
  { origins: ['https://app.example.com'], credentials: true, methods: ['PUT'] },
  { GET: open.GET, PUT: () => Response.json({ saved: true }) },
)
