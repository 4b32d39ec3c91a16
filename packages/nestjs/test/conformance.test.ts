import { createHandlers, runConformance, type Subject, sendHttp2Request } from '@cors/conformance'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { CorsModule, type CorsModuleInput } from '../src/index.js'
import { conformanceController } from './support/conformance-controller.js'
import { adapterWithEarlyRefusal } from './support/early.js'
import { skips } from './support/skips.js'
import { type PlatformName, platforms, start } from './support/start.js'

const subjectOf = (platform: PlatformName, fastifyOptions: { readonly http2?: true } = {}): Subject => ({
  name: `@cors/nestjs on ${platform}`,
  sets: ['policy', 'options', 'routes', 'start-up'],
  start: async (options, routes) => {
    const handlers = createHandlers()
    const module = {
      module: class App {},
      imports: [CorsModule.forRoot(options as CorsModuleInput)],
      controllers: [conformanceController(routes, handlers)],
    }
    const adapter = adapterWithEarlyRefusal(platform, '/early', fastifyOptions)
    const { url, close } = await start(platform, module, { adapter })
    return { url, close, handlerRuns: handlers.runs }
  },
  // Express's redirects negotiate the type of their body.
  frameworkVary: platform === 'express' ? ['Accept'] : [],
  skip: skips[platform],
})

const api = { describe, it, beforeAll, afterAll }

for (const platform of platforms) runConformance(subjectOf(platform), api)

const notInHttp2: Readonly<Record<string, string>> = {
  'preflight/repeated-method': "Node's client sends this field only once over HTTP/2",
  'any-with-credentials/names-whitespace': 'no field value begins or ends with whitespace in HTTP/2',
}
runConformance(
  {
    ...subjectOf('fastify', { http2: true }),
    name: '@cors/nestjs on fastify, HTTP/2',
    send: sendHttp2Request,
    inapplicable: ({ id }) => notInHttp2[id],
  },
  api,
)
