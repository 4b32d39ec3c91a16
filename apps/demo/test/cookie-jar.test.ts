import { expect, test } from 'vitest'
import { CookieJar } from '../src/check/cookie-jar.js'

const page = 'http://localhost:4000'
const url = new URL('http://localhost:4002/login')
const setCookie = [['Set-Cookie', 'session=1; Path=/; HttpOnly; SameSite=Lax']] as const

test('a cookie goes back to its host, whatever the port', () => {
  const jar = new CookieJar()
  jar.store(page, url, [...setCookie, ['set-cookie', 'other=2']])
  expect(jar.header(page, new URL('http://localhost:9/'))).toEqual([['Cookie', 'session=1; other=2']])
  expect(jar.header(page, new URL('http://other.localhost:4002/'))).toEqual([])
})

test('another site neither sends nor sets one', () => {
  const jar = new CookieJar()
  jar.store('http://pr-7.preview.localhost:4000', url, setCookie)
  expect(jar.header(page, url)).toEqual([])
  jar.store(page, url, setCookie)
  expect(jar.header('http://pr-7.preview.localhost:4000', url)).toEqual([])
})
