import type { Server } from 'node:http'
import { cors, createCorsPolicy } from '@cors/node'
import express, { type Request } from 'express'

const own = createCorsPolicy({
  origins: ['https://app.example.com', 'https://*.preview.example.com'],
  credentials: true,
  methods: ['PUT', 'DELETE'],
  allowedHeaders: ['Content-Type'],
  maxAge: 600,
})
const open = createCorsPolicy({ origins: '*' })

const app = express()
app.use(
  cors({
    policy: (request: Request) => (request.path.startsWith('/public/') ? open : own),
    samePolicyForAllMethods: true,
  }),
)
app.get('/public/products', (_request, response) => {
  response.json([{ id: 1, name: 'Chair' }])
})
app.put('/orders/:id', express.json(), (request, response) => {
  response.json({ id: request.params.id })
})

export const server: Server = app.listen(Number(process.env['PORT'] ?? 3000))
