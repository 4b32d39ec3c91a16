import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { CorsOptions } from '@cors/core/adapter'
import { createHandlers, type Handlers, type RouteReply } from '../../src/routes/handlers.js'
import type { ConformanceRoute } from '../../src/routes/route.js'
import type { RunningServer, Subject } from '../../src/runner/subject.js'
import { NaiveAdapter } from './naive-adapter.js'
import type { Answer } from './naive-answer.js'

/** The application on bare `node:http`. */
export class NaiveServer {
  readonly handlers: Handlers = createHandlers()

  constructor(readonly adapter: NaiveAdapter) {}

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = new URL(request.url ?? '', 'http://localhost').pathname
    const isPreflight = this.adapter.cors.isPreflight(this.adapter.cors.read(request))
    let answer: Answer
    try {
      answer = await this.answer(request, path, isPreflight && path === '/early')
    } catch {
      this.adapter.cors.prepare(response, this.adapter.failure())
      return this.fail(response)
    }
    this.adapter.cors.prepare(response, answer)
    if (path === '/early') return this.send(request, response, this.handlers.reply('early'))
    if (answer.status !== undefined) return this.answerPreflight(response, answer.status)
    return this.dispatch(request, response, path)
  }

  /** A hook that ends a preflight makes its answer that of an actual request. */
  answer(request: IncomingMessage, path: string, isEnded: boolean): Promise<Answer> {
    if (isEnded) delete request.headers['access-control-request-method']
    return this.adapter.answer(request, path)
  }

  answerPreflight(response: ServerResponse, status: number): void {
    response.writeHead(status, status === 204 ? {} : { 'content-length': 0 }).end()
  }

  async dispatch(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const route = this.adapter.routeOf(path, request.method ?? '')
    if (route === undefined) return this.notFound(response)
    try {
      if (route.behaviour === 'json') JSON.parse(await text(request))
    } catch {
      response.writeHead(400).end()
      return
    }
    try {
      this.send(request, response, this.handlers.reply(route.behaviour))
    } catch {
      this.fail(response)
    }
  }

  notFound(response: ServerResponse): void {
    response.writeHead(404).end()
  }

  fail(response: ServerResponse): void {
    response.writeHead(500).end('error')
  }

  send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: RouteReply): void {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    response.writeHead(status)
    for (const piece of [body ?? []].flat()) if (request.method !== 'HEAD') response.write(piece)
    response.end()
  }
}

export interface Make {
  readonly adapter?: (options: CorsOptions<unknown>, routes: readonly ConformanceRoute[]) => NaiveAdapter
  readonly server?: (adapter: NaiveAdapter) => NaiveServer
}

export const startNaive = async (
  options: CorsOptions<unknown>,
  routes: readonly ConformanceRoute[],
  make: Make,
): Promise<RunningServer> => {
  const adapter = make.adapter?.(options, routes) ?? new NaiveAdapter(options, routes)
  const naive = make.server?.(adapter) ?? new NaiveServer(adapter)
  const server = createServer((request, response) => void naive.handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
    handlerRuns: naive.handlers.runs,
  }
}

export const naiveSubject = (name: string, make: Make = {}): Subject => ({
  name,
  sets: ['policy', 'options', 'routes', 'start-up'],
  start: (options, routes) => startNaive(options, routes, make),
})
