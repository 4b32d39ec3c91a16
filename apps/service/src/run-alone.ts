import { type ServiceId, servicePort } from './ports.js'
import type { StartService } from './service.js'

/**
 * What each app's main does: start the service by itself. `PORT` is its port, and `TEST_MODE=1` offers the
 * control routes.
 */
export const runAlone = async (id: ServiceId, start: StartService): Promise<void> => {
  const port = Number(process.env['PORT'] ?? servicePort(id))
  try {
    const service = await start({ port, control: process.env['TEST_MODE'] === '1', log: true })
    console.log(`${id}: ${service.url}`)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.close())
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    console.error(`Port ${port} is in use: name another one with PORT.`)
    process.exitCode = 1
  }
}
