import { sessionCookie, sessionCookieAttributes } from '@cors/app-service'
import type { HttpRequest, HttpResponse } from './http.js'

// Express writes cookies without a plugin, Fastify does not: this is for both. Two services in one process have a
// name each, by the platform.
const nameOn = (response: HttpResponse): string =>
  sessionCookie('raw' in response ? 'nestjs-fastify' : 'nestjs-express')

const attributes = (): string => {
  const { path, httpOnly, sameSite } = sessionCookieAttributes
  return `Path=${path}${httpOnly ? '; HttpOnly' : ''}; SameSite=${sameSite === 'lax' ? 'Lax' : sameSite}`
}

export const setSession = (response: HttpResponse, session: string): void => {
  response.header('set-cookie', `${nameOn(response)}=${session}; ${attributes()}`)
}

/** RFC 6265 section 4.2.1: pairs between semicolons and spaces. */
export const readSession = ({ headers }: HttpRequest, response: HttpResponse): string | undefined => {
  const start = `${nameOn(response)}=`
  const pair = headers['cookie']?.split(';').find((one) => one.trim().startsWith(start))
  return pair?.trim().slice(start.length)
}
