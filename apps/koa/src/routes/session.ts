import { type Shop, sessionCookie, sessionCookieAttributes } from '@cors/app-service'
import type Router from '@koa/router'
import type { Context, Middleware } from 'koa'
import { readObject } from '../read-json.js'

const cookieName = sessionCookie('koa')

export const sessionRoutes = (router: Router, shop: Shop): void => {
  const { sessions } = shop

  router.post('/login', async (context) => {
    const { user, password } = await readObject(context)
    if (typeof user !== 'string' || typeof password !== 'string') {
      return context.throw(400, 'user and password must be strings')
    }
    shop.handlerRuns++
    const session = sessions.signIn({ user, password })
    if (session === undefined) return context.throw(401, 'Sign in first')
    context.cookies.set(cookieName, session, sessionCookieAttributes)
    context.body = { user }
  })

  const userOf = (context: Context): string | undefined => sessions.user(context.cookies.get(cookieName))

  /** Ends the request before its handler runs. */
  const guard: Middleware = (context, next) =>
    userOf(context) === undefined ? context.throw(401, 'Sign in first') : next()

  router.get('/me', guard, (context) => {
    shop.handlerRuns++
    context.body = { user: userOf(context) }
  })
}
