import { cors } from '@cors/fetch'
import { Hono } from 'hono'

const withCors = cors({ origins: ['https://app.example.com'], methods: ['PUT'] })

export const app = new Hono()

app.use('/api/*', async (context, next) => {
  const response = await withCors(async () => {
    await next()
    return context.res
  })(context.req.raw)
  // Emptied first: Hono merges the headers of the response before into one that replaces it.
  context.res = undefined
  context.res = response
})

app.get('/api/orders', (context) => context.json([{ id: 1 }], 200, { Vary: 'Accept' }))
app.get('/api/old', (context) => context.redirect('/api/orders'))
app.get('/api/broken', () => {
  throw new Error('broken')
})
app.get('/page', (context) => context.text('page'))
app.onError((_error, context) => context.text('sorry', 500))
