import { ServerResponse } from 'node:http'
import { expect, test } from 'vitest'
import { answerPreflight, applyAtWriteHead, type CorsAnswer } from '../../src/adapter/index.js'
import { ask, type Listener, serve } from '../support/node-server.js'

const answer: CorsAnswer = {
  headers: [['access-control-allow-origin', 'https://app.example']],
  vary: ['Origin'],
}
const written = ['access-control-allow-origin: https://app.example', 'vary: Origin']

/**
 * As what stands in for a response on AWS Lambda does it (`serverless-http`, `@codegenie/serverless-express`): it
 * sets the first header of the call by its name, which in a flat array is "0", before Node reads them all.
 */
class ByName extends ServerResponse {
  override writeHead(status: number, reason?: unknown, headers?: unknown): this {
    const given = (typeof reason === 'string' ? headers : reason) as Record<string, string>
    for (const name in given) {
      this.setHeader(name, given[name] as string)
      break
    }
    return super.writeHead(status, reason as string, headers as Record<string, string>)
  }
}

/** Of an Express application, which gives responses one prototype more. */
class BelowByName extends ByName {}

const listeners: Record<string, Listener> = {
  'nothing set': (_, response) => {
    applyAtWriteHead(response, answer)
    response.end()
  },
  'headers in the call': (_, response) => {
    applyAtWriteHead(response, answer)
    response.writeHead(200, { 'X-Request-Id': '7' }).end()
  },
  'a reason and headers in the call': (_, response) => {
    applyAtWriteHead(response, answer)
    response.writeHead(200, 'Fine', { 'X-Request-Id': '7' }).end()
  },
  'a preflight': (_, response) => answerPreflight(response, { ...answer, status: 204 }),
}

test.each(
  [ByName, BelowByName].flatMap((subclass) =>
    Object.entries(listeners).map(([name, listener]) => [subclass.name, name, subclass, listener] as const),
  ),
)('%s, with %s: the headers and nothing more', async (_class, name, { prototype }, listener) => {
  let isSubclass = false
  const url = await serve((request, response) => {
    if (isSubclass) Object.setPrototypeOf(response, prototype)
    listener(request, response)
  })
  // What was found out about Node's own class must not be taken for the subclass, nor the other way round.
  for (isSubclass of [false, true, false, true]) {
    const { fields } = await ask(url)
    const own = name.endsWith('in the call') ? ['x-request-id: 7'] : []
    expect(
      fields
        .filter((line) => !/^(date|connection|keep-alive|transfer-encoding|content-length):/.test(line))
        .sort(),
    ).toEqual([...written, ...own].sort())
  }
})

/** What a `writeHead` that is nobody's override is called with. */
const callOf = (set: readonly string[], given: object): unknown => {
  let call: unknown
  class Base {
    statusCode = 200
    readonly headersSent = false
    writeHead(_status: number, headers?: unknown): void {
      call = headers
    }
    end(): void {}
    getHeader(): unknown {
      return undefined
    }
    getHeaderNames(): string[] {
      return [...set]
    }
    setHeader(): void {}
    removeHeader(): void {}
  }
  const response = new Base()
  applyAtWriteHead(response, answer)
  ;(response.writeHead as (status: number, headers: object) => void)(200, given)
  return call
}

test('two spellings of a name in an object stay one header where Node would have it so', async () => {
  const twice = { 'content-length': '9', 'Content-Length': '4' }
  const own = { 'access-control-allow-origin': 'https://app.example', vary: 'Origin' }
  expect(callOf(['x-powered-by'], twice)).toEqual({ ...twice, ...own })
  expect(callOf(['x-powered-by'], ['X-A', '1', 'x-a', '2'])).toEqual([
    ...['X-A', '1', 'x-a', '2'],
    ...Object.entries(own).flat(),
  ])

  const url = await serve((_, response) => {
    response.setHeader('x-powered-by', 'the application')
    applyAtWriteHead(response, answer)
    response.writeHead(200, twice).end('four')
  })
  const { fields, body } = await ask(url)
  expect(fields.filter((line) => line.startsWith('content-length'))).toEqual(['content-length: 4'])
  expect(body).toBe('four')
})
