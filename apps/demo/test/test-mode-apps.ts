import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { ComparedService } from '../src/compare/compare-services.js'

const { resolve } = createRequire(import.meta.url)

interface TestModeApp extends ComparedService {
  readonly close: () => Promise<void>
}

const apps: readonly (readonly [title: string, name: string, ...args: string[]])[] = [
  ['Fastify', '@cors/app-fastify'],
  ['Koa', '@cors/app-koa'],
  ['Next.js', '@cors/app-next'],
  ['NestJS on Express', '@cors/app-nestjs', 'express'],
  ['NestJS on Fastify', '@cors/app-nestjs', 'fastify'],
]

/** Every app in test mode, each as a process of its own, as somebody starts it who wants to control it. */
export const startTestModeApps = (): Promise<readonly TestModeApp[]> =>
  Promise.all(
    apps.map(async ([title, name, ...args]) => {
      const main = join(dirname(resolve(name)), 'main.js')
      const { VITEST: _, ...environment } = process.env
      const child = spawn(process.execPath, [main, ...args], {
        env: { ...environment, NODE_ENV: 'production', PORT: '0', TEST_MODE: '1' },
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      return {
        title,
        url: await urlOf(child),
        choosesPolicyByFunction: title === 'Koa',
        close: async () => {
          const exit = once(child, 'exit')
          child.kill('SIGKILL')
          await exit
        },
      }
    }),
  )

const urlOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk) => {
      output += String(chunk)
      const url = /^[\w-]+: (http:\S+)$/m.exec(output)?.[1]
      if (url !== undefined) resolve(url)
    })
    child.once('exit', () => reject(new Error(`The service ended and printed:\n${output}`)))
  })
