import { createServer, type IncomingMessage, METHODS, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { answerAsTold, answerPath, createShop } from '@cors/app-service'
import { offerLivePrices } from '@cors/app-service/live-prices'
import { type CorsDecision, type CorsPolicy, type CorsRequest, createReloadablePolicy } from '@cors/core'
import type { SubjectTraits } from '../../meaning/subject-traits.js'
import type { RunningSubject } from '../running-subject.js'
import { decide } from './decide.js'
import { forgetsVary, type Mistake } from './mistakes.js'

export const wrongTraits: SubjectTraits = { routedMethods: METHODS, refusesForms: false }

/** A server without a framework and without an adapter, which makes one mistake. */
export const startWrong = async (mistake: Mistake): Promise<RunningSubject> => {
  const policy = createReloadablePolicy({ origins: '*' })
  const shop = createShop()
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host.invalid')
    const asked = corsRequest(request)
    const decision = mistake.decide?.(policy, asked) ?? decide(policy, asked)
    const write = (status: number, headers: Readonly<Record<string, string>>, body?: string): void => {
      const cors = mistake.headers?.(decision.headers, asked, status) ?? decision.headers
      writeHead(response, decision, mistake, cors, status, headers)
      response.end(body)
    }
    if (decision.status !== undefined) {
      if (mistake.runsForPreflights === true) shop.handlerRuns++
      const status = decision.status === 204 ? (mistake.preflightStatus ?? 204) : decision.status
      return write(status, status === 308 ? { location: '/elsewhere' } : {})
    }
    const isFailure = pathname === '/failure' && /^(GET|HEAD)$/.test(request.method ?? '')
    if (pathname !== answerPath && !isFailure) return write(404, {})
    shop.handlerRuns++
    if (isFailure) return write(500, {})
    const { status, headers, body } = answerAsTold(searchParams)
    write(status, headers, body)
  })
  offerLivePrices(server, mistake.trustsEverybody === true ? trusting(policy) : policy, shop)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    replacePolicy: async (config) => policy.replace(config),
    runs: async () => shop.handlerRuns,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const corsRequest = ({ method, headers }: IncomingMessage): CorsRequest => ({
  method: method ?? 'GET',
  origin: headers.origin,
  accessControlRequestMethod: headers['access-control-request-method'],
  accessControlRequestHeaders: headers['access-control-request-headers'],
})

const writeHead = (
  response: ServerResponse,
  { vary }: CorsDecision,
  mistake: Mistake,
  cors: CorsDecision['headers'],
  status: number,
  headers: Readonly<Record<string, string>>,
): void => {
  const fields = [...Object.entries(headers), ...cors]
  if (mistake !== forgetsVary && vary.length > 0) fields.push(['vary', vary.join(', ')])
  response.writeHead(status, fields.flat())
}

const trusting = (policy: CorsPolicy): CorsPolicy => ({
  get config() {
    return policy.config
  },
  evaluate: (request) => policy.evaluate(request),
  isOriginAllowed: (origin) => policy.isOriginAllowed(origin),
  isOriginTrusted: () => true,
})
