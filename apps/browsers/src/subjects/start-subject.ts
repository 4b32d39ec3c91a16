import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { controlPolicyPath, controlRunsPath } from '@cors/app-service'
import type { RunningSubject } from './running-subject.js'
import type { Subject } from './subject.js'

/** A process of its own, in test mode: Next.js takes over more of a process than a test worker can give. */
export const startSubject = async ({ id, command }: Subject): Promise<RunningSubject> => {
  const [module, ...rest] = command
  const child = spawn(process.execPath, [fileURLToPath(module), ...rest], {
    env: { PATH: process.env['PATH'], PORT: '0', TEST_MODE: '1', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const end = (): void => {
    child.kill('SIGKILL')
  }
  process.once('exit', end)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (text: unknown): void => {
      said += String(text)
      const found = /^\S+: (http:\S+)/m.exec(said)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`${id} ended with ${code}: ${said}`)))
  })

  const control = async (path: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(url + path, init)
    if (!response.ok) throw new Error(`${id} answers ${response.status}: ${await response.text()}`)
    return response
  }
  return {
    port: Number(new URL(url).port),
    replacePolicy: async (policy) => {
      const headers = { 'content-type': 'application/json' }
      await control(controlPolicyPath, { method: 'PUT', headers, body: JSON.stringify(policy) })
    },
    runs: async () => {
      const { runs } = (await (await control(controlRunsPath, {})).json()) as { runs: number }
      return runs
    },
    close: async () => {
      process.off('exit', end)
      end()
      await ended
    },
  }
}
