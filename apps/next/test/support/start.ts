import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { StartService } from '@cors/app-service'

export const main: string = fileURLToPath(new URL('../../dist/main.js', import.meta.url))

/** As a process of its own: Next takes over more of the process than a test worker can give. */
export const start: StartService = async ({ port, control = false }) => {
  const child = spawn(process.execPath, [main], {
    env: {
      PATH: process.env['PATH'],
      PORT: String(port),
      TEST_MODE: control ? '1' : '0',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The service ended with ${code}.`)))
    child.stdout.on('data', (text) => {
      const found = /next: (http:\S+)/.exec(String(text))?.[1]
      if (found !== undefined) resolve(found)
    })
  })
  return {
    url,
    close: async () => {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}
