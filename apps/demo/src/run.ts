import { firstPort } from '@cors/app-service'
import { findBrowser } from '@cors/browsers'
import type { CorsConfig } from '@cors/core'
import { type Arguments, help, readArguments } from './arguments.js'
import { type CheckOptions, check } from './check/check.js'
import { Mistake } from './mistake.js'
import { readPolicy } from './read-policy.js'
import { startDemo } from './server/demo.js'
import { services as allServices, type Service } from './server/services.js'

/**
 * The command.
 *
 * @param services for `--check`; default: all that there are
 * @returns its exit code
 */
export const run = async (
  args: readonly string[],
  print: (text: string) => void,
  services: readonly Service[] = allServices,
): Promise<number> => {
  const read = readArguments(args)
  if (read.help) {
    print(help)
    return 0
  }
  const policy = read.policy === undefined ? {} : { policy: readPolicy(read.policy) }
  try {
    return await (read.check ? runCheck(read, { ...policy, services }, print) : runDemo(read, policy, print))
  } catch (error) {
    if (!isPortInUse(error)) throw error
    throw new Mistake(`Port ${error.port} is in use: choose others with --port.`)
  }
}

type Policy = { readonly policy?: CorsConfig }

const runCheck = async (
  { model, port }: Arguments,
  options: Policy & { readonly services: readonly Service[] },
  print: (text: string) => void,
): Promise<number> => {
  return (await check({ firstPort: port ?? 0, ...options, browser: chooseBrowser(model), print })) ? 0 : 1
}

const chooseBrowser = (model: boolean): CheckOptions['browser'] => {
  if (model) return { model: 'it was asked for with --model' }
  const chromium = findBrowser('chromium')
  return chromium === undefined ? { model: 'no Chromium was found' } : { chromium }
}

const runDemo = async (
  { port }: Arguments,
  policy: Policy,
  print: (text: string) => void,
): Promise<number> => {
  const demo = await startDemo({ firstPort: port ?? firstPort, ...policy })
  print('\nOpen in a browser:')
  for (const { origin, title, standing } of demo.pages) print(`  ${origin.padEnd(40)} ${title}, ${standing}`)
  print('\nThe services that it calls:')
  for (const { url, title } of demo.services) print(`  ${url.padEnd(40)} ${title}`)
  print('\nCtrl-C ends it.')
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
  await demo.close()
  return 0
}

const isPortInUse = (error: unknown): error is Error & { port: number } =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE' && 'port' in error
