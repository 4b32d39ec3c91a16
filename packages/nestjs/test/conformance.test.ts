import { createHandlers, runConformance } from '@cors/conformance'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { CorsModule, type CorsModuleInput } from '../src/index.js'
import { conformanceController } from './support/conformance-controller.js'
import { adapterWithEarlyRefusal } from './support/early.js'
import { skips } from './support/skips.js'
import { platforms, start } from './support/start.js'

for (const platform of platforms) {
  runConformance(
    {
      name: `@cors/nestjs on ${platform}`,
      sets: ['policy', 'options', 'routes', 'start-up'],
      start: async (options, routes) => {
        const handlers = createHandlers()
        const module = {
          module: class App {},
          imports: [CorsModule.forRoot(options as CorsModuleInput)],
          controllers: [conformanceController(routes, handlers)],
        }
        const adapter = adapterWithEarlyRefusal(platform, '/early')
        const { url, close } = await start(platform, module, { adapter })
        return { url, close, handlerRuns: handlers.runs }
      },
      // Express's redirects negotiate the type of their body.
      frameworkVary: platform === 'express' ? ['Accept'] : [],
      skip: skips[platform],
    },
    { describe, it, beforeAll, afterAll },
  )
}
