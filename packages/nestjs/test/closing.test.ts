import { once } from 'node:events'
import { Socket } from 'node:net'
import { Controller, Get } from '@nestjs/common'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { expect, test } from 'vitest'
import { CorsModule } from '../src/index.js'
import { start } from './support/start.js'

const origin = 'https://app.example'

/** What a connection that is still open gets for a request that comes while Fastify closes. */
const askWhileClosing = async (
  options: ConstructorParameters<typeof FastifyAdapter>[0],
): Promise<string | undefined> => {
  const adapter = new FastifyAdapter({ forceCloseConnections: false, ...options })
  const socket = new Socket().setEncoding('latin1')
  const head = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\n\r\n`
  let release = (): void => {}
  adapter.getInstance().addHook('preClose', (done) => {
    // Answers come in order, so that this one is held until the other request is there.
    adapter.getHttpServer().once('request', () => release())
    socket.write(head('/'))
    done()
  })
  adapter.getInstance().get('/held', (_, reply) => {
    release = () => void reply.send('ok')
    adapter.getInstance().close()
  })

  @Controller()
  class Root {
    @Get()
    get(): string {
      return 'ok'
    }
  }
  const module = {
    module: class App {},
    imports: [CorsModule.forRoot({ origins: [origin] })],
    controllers: [Root],
  }
  const { url, close } = await start('fastify', module, { adapter })
  let answers = ''
  socket.on('data', (piece) => {
    answers += piece
  })
  socket.connect(Number(new URL(url).port), '127.0.0.1').write(head('/held'))
  await once(socket, 'close')
  await close()
  return answers.split('HTTP/1.1 ')[2]
}

test('Fastify: while it closes, it answers before any hook runs, without CORS headers', async () => {
  const answer = await askWhileClosing({})
  expect(answer).toMatch(/^503 /)
  expect(answer).not.toMatch(/access-control-|vary/i)
})

test('Fastify: with return503OnClosing: false the application answers until the end', async () => {
  const answer = await askWhileClosing({ return503OnClosing: false })
  expect(answer).toMatch(/^200 /)
  expect(answer).toContain(`access-control-allow-origin: ${origin}`)
})
