import { cors } from '@cors/fetch'
import { Hono } from 'hono'

const withCors = cors({
  origins: ['https://app.example.com', 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['Content-Type'],
  maxAge: 600,
})
const withPublicCors = cors({ origins: '*' })

const app = new Hono()
app.put('/orders/:id', (context) => context.json({ id: context.req.param('id') }))
app.get('/products', (context) =>
  withPublicCors(() => context.json([{ id: 1, name: 'Chair' }]))(context.req.raw),
)

export default { fetch: withCors(app.fetch) }
