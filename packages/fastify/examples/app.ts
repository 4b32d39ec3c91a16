import cors, { createCorsPolicy } from '@cors/fastify'
import fastify, { type FastifyInstance } from 'fastify'

const policy = createCorsPolicy({
  origins: ['https://app.example.com', 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['Content-Type'],
  maxAge: 600,
})

export const app: FastifyInstance = fastify()

await app.register(cors, policy)

app.get('/orders', () => [{ id: 1, product: 'Chair' }])

// One route for everybody, one without CORS.
app.get('/prices', { config: { cors: { origins: '*' } } }, () => ({ chair: 20 }))
app.post('/webhook', { config: { cors: false } }, () => ({ received: true }))

// A scope with its own policy, for all that is below its prefix.
await app.register(
  async (partners) => {
    await partners.register(cors, { origins: ['https://partner.example'], maxAge: 60 })
    partners.get('/stock', () => ({ chair: 3 }))
  },
  { prefix: '/partners' },
)

await app.listen({ port: Number(process.env['PORT'] ?? 3000) })
