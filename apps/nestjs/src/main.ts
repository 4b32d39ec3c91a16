import { runAlone } from '@cors/app-service'
import { startOnExpress, startOnFastify } from './start.js'

// `node dist/main.js fastify`, and Express where nothing is said.
if (process.argv[2] === 'fastify') await runAlone('nestjs-fastify', startOnFastify)
else await runAlone('nestjs-express', startOnExpress)
