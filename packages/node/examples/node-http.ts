import { createServer, type Server } from 'node:http'
import { cors } from '@cors/node'

const withCors = cors({ origins: ['https://app.example.com'] })

export const server: Server = createServer((request, response) => {
  withCors(request, response, (error) => {
    if (error !== undefined) response.statusCode = 500
    response.end(error === undefined ? 'hello' : 'sorry')
  })
}).listen(Number(process.env['PORT'] ?? 3000))
