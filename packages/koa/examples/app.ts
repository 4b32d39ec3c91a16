import type { Server } from 'node:http'
import { type CorsState, cors } from '@cors/koa'
import Router from '@koa/router'
import Koa from 'koa'

const router = new Router()
router.get('/orders', (context) => {
  context.body = [{ id: 1, product: 'Chair' }]
})

const app = new Koa<CorsState>()
app.use(async (context, next) => {
  await next()
  if (context.state.cors?.allowed === false) console.log(`denied: ${context.state.cors.reason}`)
})
app.use(
  cors({
    origins: ['https://app.example.com', 'https://*.preview.example.com'],
    credentials: true,
    methods: ['PUT', 'DELETE'],
    allowedHeaders: ['Content-Type'],
    maxAge: 600,
  }),
)
app.use(router.routes()).use(router.allowedMethods())

export const server: Server = app.listen(Number(process.env['PORT'] ?? 3000))
