import type { IncomingMessage, ServerResponse } from 'node:http'
import { inCors, type Mistake } from './mistake.js'
import type { Answer, Reading } from './naive-answer.js'
import { NaiveCors } from './naive-cors.js'
import { NaiveServer } from './naive-server.js'

const inServer = (name: string, server: typeof NaiveServer, ...caughtBy: string[]): Mistake => ({
  name,
  make: { server: (adapter) => new server(adapter) },
  caughtBy,
})

const preflights: readonly Mistake[] = [
  inCors(
    'takes every OPTIONS for a preflight',
    class extends NaiveCors {
      override isPreflight({ method }: Reading): boolean {
        return method === 'OPTIONS'
      }
    },
    'kinds/options-without-request-method',
    'kinds/options-denied-without-request-method',
    'kinds/options-with-request-headers-only',
  ),
  inCors(
    'takes an empty header for an absent one',
    class extends NaiveCors {
      override isPreflight(reading: Reading): boolean {
        return super.isPreflight(reading) && reading.requestMethod !== ''
      }
    },
    'kinds/empty-request-method',
  ),
  inCors(
    'takes an empty Origin for an absent one',
    class extends NaiveCors {
      override read(request: IncomingMessage): Reading {
        const reading = super.read(request)
        return { ...reading, origin: reading.origin === '' ? undefined : reading.origin }
      }
    },
    'kinds/empty-origin-preflight',
  ),
  inCors(
    'answers preflights with 200',
    class extends NaiveCors {
      override allowedStatus(): number {
        return 200
      }
    },
    'preflight/listed',
  ),
  inCors(
    'answers denied preflights with 204',
    class extends NaiveCors {
      override deniedStatus(): number {
        return 204
      }
    },
    'credentials/preflight-denied',
    'preflight/denied-own-options',
  ),
  inServer(
    'goes on after a preflight',
    class extends NaiveServer {
      override answerPreflight(response: ServerResponse, status: number): void {
        this.handlers.reply('ok')
        super.answerPreflight(response, status)
      }
    },
    'preflight/listed',
    'preflight/own-options',
  ),
  inServer(
    'writes a body',
    class extends NaiveServer {
      override answerPreflight(response: ServerResponse, status: number): void {
        response.writeHead(status).end('denied')
      }
    },
    'credentials/preflight-denied',
  ),
  inServer(
    'announces an empty body of a 204',
    class extends NaiveServer {
      override answerPreflight(response: ServerResponse, status: number): void {
        response.writeHead(status, { 'content-length': 0 }).end()
      }
    },
    'preflight/listed',
  ),
  inServer(
    'answers preflights of known routes only',
    class extends NaiveServer {
      override answer(request: IncomingMessage, path: string, isEnded: boolean): Promise<Answer> {
        return super.answer(
          request,
          path,
          isEnded || !this.adapter.routes.some((route) => route.path === path),
        )
      }
    },
    'preflight/unknown-path',
    'route/missing-preflight',
  ),
  inServer(
    'rejects denied origins',
    class extends NaiveServer {
      override async answer(request: IncomingMessage, path: string, isEnded: boolean): Promise<Answer> {
        const answer = await super.answer(request, path, isEnded)
        return answer.decision?.allowed === false ? { status: 403, ...answer } : answer
      }
    },
    'kinds/denied-post',
    'credentials/denied',
  ),
]

class Wiping extends NaiveServer {
  wipe(response: ServerResponse): void {
    const { writeHead } = response
    response.writeHead = ((...args: Parameters<typeof writeHead>) => {
      response.setHeader = (() => response) as typeof response.setHeader
      return writeHead.apply(response, args)
    }) as typeof writeHead
  }
}

const responses: readonly Mistake[] = [
  inServer(
    'loses the headers on errors',
    class extends Wiping {
      override fail(response: ServerResponse): void {
        this.wipe(response)
        super.fail(response)
      }
    },
    'response/throw',
    'response/reject-denied',
    'function-throws/actual',
  ),
  inServer(
    'loses the headers on 404',
    class extends Wiping {
      override notFound(response: ServerResponse): void {
        this.wipe(response)
        super.notFound(response)
      }
    },
    'response/missing',
    'response/head-missing',
    'function/missing',
  ),
  inCors(
    "sends a second value beside the handler's",
    class extends NaiveCors {
      override write(response: ServerResponse, { headers = {}, vary }: Answer): void {
        for (const [name, value] of Object.entries(headers)) response.appendHeader(name, value)
        super.write(response, { headers: undefined, vary })
      }
    },
    'own-headers/cors',
    'own-headers/constant-cors',
  ),
  inCors(
    "leaves the handler's CORS headers",
    class extends NaiveCors {
      override write(response: ServerResponse, answer: Answer): void {
        const kept = Object.fromEntries(
          response
            .getHeaderNames()
            .filter((name) => name.startsWith('access-control-'))
            .map((name) => [name, String(response.getHeader(name))]),
        )
        super.write(
          response,
          answer.headers === undefined ? answer : { ...answer, headers: { ...answer.headers, ...kept } },
        )
      }
    },
    'own-headers/cors',
    'own-headers/cors-denied',
    'own-headers/cors-no-origin',
  ),
]

export const mistakesInServers: readonly Mistake[] = [...preflights, ...responses]
