import { createServer } from 'node:http'
import next from 'next'
import { listenOn } from './frameworks/http-server.js'

/** The types say that it is the `default` of the module; what Node imports is the function itself. */
const createNext = next as unknown as typeof next.default

const app = createNext({ dev: false, dir: process.argv[2] ?? '.', quiet: true })
await app.prepare()
const handle = app.getRequestHandler()
process.send?.(await listenOn(createServer((request, response) => void handle(request, response))))
