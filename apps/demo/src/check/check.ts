import { calls } from '@cors/app-service'
import type { CorsConfig } from '@cors/core'
import { compare } from '../compare/compare.js'
import type { CallResult } from '../results/call-result.js'
import { differences } from '../results/compare.js'
import { type Demo, startDemo } from '../server/demo.js'
import type { DemoPage } from '../server/description.js'
import type { Service } from '../server/services.js'
import type { Caller } from './caller.js'
import { startChromium } from './chromium-caller.js'
import { startModel } from './model-caller.js'
import { type CheckedCall, table } from './table.js'

export interface CheckOptions {
  /** 0 lets the system choose. */
  readonly firstPort: number
  /** In place of the shop's own policy. The expectations stay the shop's. */
  readonly policy?: CorsConfig
  /** Default: all that there are. */
  readonly services?: readonly Service[]
  /** Path of a Chromium, or why the model of the browser's half makes the calls in its place. */
  readonly browser: { readonly chromium: string } | { readonly model: string }
  readonly print: (text: string) => void
}

/**
 * Make all calls of all pages to all services without a person, and compare what came of them with what the
 * policies mean. Then ask all services the same, byte for byte, and compare their answers.
 *
 * @returns whether all went as expected, and no two services differ
 */
export const check = async ({ browser, print, ...options }: CheckOptions): Promise<boolean> => {
  const demo = await startDemo(options)
  try {
    const caller = await startCaller(browser, demo, print)
    try {
      const went = await checkPages(demo.pages, caller, demo, print)
      return (await compareServices(demo, print)) && went
    } finally {
      await caller.close()
    }
  } finally {
    await demo.close()
  }
}

const startCaller = async (
  browser: CheckOptions['browser'],
  { services }: Demo,
  print: CheckOptions['print'],
): Promise<Caller> => {
  const model = (why: string): Caller => {
    const caller = startModel(services)
    print(`The calls are made by ${caller.name}: ${why}.`)
    return caller
  }
  if ('model' in browser) return model(browser.model)
  try {
    const caller = await startChromium(browser.chromium)
    print(`The calls are made by ${caller.name}, ${browser.chromium}.`)
    return caller
  } catch (error) {
    return model(`${browser.chromium} does not start (${String(error).split('\n')[0]})`)
  }
}

const checkPages = async (
  pages: readonly DemoPage[],
  caller: Caller,
  { services }: Demo,
  print: CheckOptions['print'],
): Promise<boolean> => {
  let wrong = 0
  for (const page of pages) {
    const results = await caller.visit(page)
    for (const service of services) {
      const checked = checkCalls(
        page,
        results.filter((result) => result.service === service.id),
      )
      wrong += checked.filter((each) => each.differences.length > 0).length
      print(`\n${service.title}, called from ${page.origin}: ${page.title}, ${page.standing}\n`)
      print(table(checked))
    }
  }
  const count = pages.length * services.length * calls.length
  print(
    wrong === 0
      ? `\nAll ${count} calls, made by ${caller.name}, went as the policies mean.`
      : `\n${wrong} of ${count} calls, made by ${caller.name}, did not go as the policies mean.`,
  )
  return wrong === 0
}

const compareServices = ({ behindProxies, pages, policy }: Demo, print: CheckOptions['print']) => {
  if (behindProxies.length === 1) {
    print('\nOne app alone has nothing to be compared with.')
    return true
  }
  const shop = pages.find(({ id }) => id === 'shop') as DemoPage
  return compare({ services: behindProxies, listed: shop.origin, policy }, print)
}

/** Every call must have a result: one that was not made is as wrong as one that went wrong. */
const checkCalls = (page: DemoPage, results: readonly CallResult[]): readonly CheckedCall[] =>
  calls.map((call) => {
    const result = results.find((each) => each.call === call.id)
    return result === undefined
      ? { call, differences: ['the call was not made'] }
      : {
          call,
          result,
          differences: differences(call.expected[page.id], result, { maySendKeptPreflight: false }),
        }
  })
