import { expect, onTestFinished, test, vi } from 'vitest'
import { applyToResponse, beginHead } from '../../src/adapter/fetch-response.js'

const answer = { headers: [['access-control-allow-origin', '*']], vary: ['Origin'] } as const
const other = { headers: [['access-control-allow-origin', 'https://a.example']], vary: [] } as const
const copy = (response: Response, body: Response['body']): Response => new Response(body, response)
const fieldsOf = (response: Response): unknown => Object.fromEntries(response.headers)

test('a response with a body is written to, not copied', () => {
  const response = new Response('x', { headers: { vary: 'Accept', 'content-type': 'text/plain' } })
  expect(applyToResponse(response, answer, copy)).toBe(response)
  expect(fieldsOf(response)).toEqual({
    'access-control-allow-origin': '*',
    'content-type': 'text/plain',
    vary: 'Accept, Origin',
  })
})

test('a response without a body may be shared by requests, so it stays as it was', () => {
  const shared = new Response(null, { status: 204 })
  const result = applyToResponse(shared, answer, copy)
  expect(fieldsOf(shared)).toEqual({})
  expect(result.status).toBe(204)
  expect(fieldsOf(result)).toEqual({ 'access-control-allow-origin': '*', vary: 'Origin' })
})

test('on Bun the body of a response without a type is not looked at, and is sent whole', async () => {
  vi.stubGlobal('Bun', {})
  onTestFinished(() => void vi.unstubAllGlobals())
  const cancel = vi.fn()
  const pull = (controller: ReadableStreamDefaultController): void => controller.enqueue(new Uint8Array([1]))
  const body = new ReadableStream({ pull, cancel }, { highWaterMark: 0 })
  const response = new Response(body)
  const looked = vi.spyOn(response, 'body', 'get')
  expect(applyToResponse(response, answer, copy)).toBe(response)
  expect(looked).not.toHaveBeenCalled()
  looked.mockRestore()
  const reader = response.body?.getReader()
  expect(await reader?.read()).toEqual({ done: false, value: new Uint8Array([1]) })
  expect(cancel).not.toHaveBeenCalled()
  await reader?.cancel()
  expect(cancel).toHaveBeenCalledOnce()
  const shared = new Response(null)
  expect(applyToResponse(shared, answer, copy)).not.toBe(shared)
  expect(fieldsOf(shared)).toEqual({})
})

test('on Deno a response with a body is copied, with its stream', () => {
  vi.stubGlobal('Deno', {})
  onTestFinished(() => void vi.unstubAllGlobals())
  const response = new Response('x', { status: 201 })
  const result = applyToResponse(response, answer, copy)
  expect(result).toMatchObject({ status: 201, body: response.body })
  expect(fieldsOf(response)).not.toHaveProperty('access-control-allow-origin')
  expect(fieldsOf(result)).toHaveProperty('access-control-allow-origin', '*')
})

test('on Deno a response whose body somebody else reads, which cannot be copied, is written to', () => {
  vi.stubGlobal('Deno', {})
  onTestFinished(() => void vi.unstubAllGlobals())
  const response = new Response('x')
  response.body?.getReader()
  expect(applyToResponse(response, answer, copy)).toBe(response)
  expect(fieldsOf(response)).toHaveProperty('access-control-allow-origin', '*')
})

test('a response whose body is not read may be shared, too', async () => {
  const shared = new Response('x')
  for (const given of [answer, other]) {
    const result = applyToResponse(shared, given, copy, beginHead())
    expect(result.headers.get('access-control-allow-origin')).toBe(given.headers[0][1])
  }
  expect(shared.headers.has('access-control-allow-origin')).toBe(false)
  expect(await shared.text()).toBe('x')
})

test('what was written into a response before HEAD began is written anew, what a nearer policy wrote since is not', () => {
  const first = beginHead()
  const shared = applyToResponse(new Response('x'), answer, copy)
  expect(applyToResponse(shared, other, copy, first)).toBe(shared)
  expect(applyToResponse(shared, other, copy, 0)).toBe(shared)
  const result = applyToResponse(shared, other, copy, beginHead())
  expect(result.headers.get('access-control-allow-origin')).toBe('https://a.example')
  expect(shared.headers.get('access-control-allow-origin')).toBe('*')
})

test('HEAD of a body that was read already has none', async () => {
  const used = new Response('x', { status: 201 })
  await used.text()
  expect(applyToResponse(used, answer, copy, beginHead())).toMatchObject({ status: 201, body: null })
  const locked = new Response('x')
  locked.body?.getReader()
  expect(applyToResponse(locked, answer, copy, beginHead()).body).toBeNull()
})

test('an immutable response is copied with status, fields and body', async () => {
  const frozen = await fetch('data:text/plain,body')
  expect(() => frozen.headers.set('x', 'y')).toThrow(TypeError)
  const result = applyToResponse(frozen, answer, copy)
  expect(result.headers.get('access-control-allow-origin')).toBe('*')
  expect(result.headers.get('content-type')).toBe('text/plain')
  expect(await result.text()).toBe('body')
})

test('the nearest answer stays, also where it is that CORS is off', () => {
  const near = applyToResponse(new Response('x'), other, copy)
  expect(applyToResponse(near, answer, copy)).toBe(near)
  expect(near.headers.get('access-control-allow-origin')).toBe('https://a.example')
  const off = applyToResponse(new Response('x', { headers: { 'content-type': 'a/b' } }), undefined, copy)
  expect(fieldsOf(applyToResponse(off, answer, copy))).toEqual({ 'content-type': 'a/b' })
})

test('what cannot be made again is passed on', () => {
  const error = Response.error()
  expect(applyToResponse(error, answer, copy)).toBe(error)
})

test('headers that are right as they are are not touched, so that no copy is needed', async () => {
  const frozen = await fetch('data:text/plain,body')
  expect(applyToResponse(frozen, { headers: [], vary: [] }, copy)).toBe(frozen)
})

test("lines of the application's own are replaced by one, and others removed", () => {
  const headers = new Headers({ 'access-control-max-age': '1', vary: 'Accept, origin' })
  headers.append('Access-Control-Allow-Origin', 'https://x.example')
  headers.append('Access-Control-Allow-Origin', '*')
  const response = new Response('x', { headers })
  expect(fieldsOf(applyToResponse(response, answer, copy))).toMatchObject({
    'access-control-allow-origin': '*',
    vary: 'Accept, origin',
  })
  expect(response.headers.has('access-control-max-age')).toBe(false)
})

test('what a nearer policy of another build of this file wrote is not, either', async () => {
  vi.resetModules()
  const build = await import('../../src/adapter/fetch-response.js')
  expect(build.applyToResponse).not.toBe(applyToResponse)
  const head = beginHead()
  const nearer = build.applyToResponse(new Response('x'), answer, copy)
  expect(applyToResponse(nearer, other, copy, head)).toBe(nearer)
})
