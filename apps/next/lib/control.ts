import { mayControl } from '@cors/app-service'
import type { NextRequest } from 'next/server'
import { currentService, type Service } from './service'

/** Test mode: other suites replace the policy. `undefined`: nobody may. The server listens on loopback only. */
export const controlled = (request: NextRequest): Service | undefined => {
  const service = currentService()
  const origin = request.headers.get('origin') ?? undefined
  return service.replace !== undefined && mayControl({ remoteAddress: '127.0.0.1', origin })
    ? service
    : undefined
}
