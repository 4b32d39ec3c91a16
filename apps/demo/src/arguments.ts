import { parseArgs } from 'node:util'
import { firstPort } from '@cors/app-service'
import { Mistake } from './mistake.js'

export interface Arguments {
  readonly help: boolean
  readonly check: boolean
  /** Use the model also where there is a Chromium. */
  readonly model: boolean
  readonly port: number | undefined
  /** Path of a JSON file with a configuration. */
  readonly policy: string | undefined
}

export const help: string = `A page that calls the services from your browser, and shows what it makes of their policy.

  npm start                            start the services and the page
  npm start -- --check                 make the calls without a person, and exit with 0 or 1
  npm start -- --check --model         the same without a browser
  npm start -- --port 5000             use port 5000 and those after it (default: ${firstPort})
  npm start -- --policy policy.json    let the services follow another policy`

/** @throws Mistake */
export const readArguments = (args: readonly string[]): Arguments => {
  const { values } = parse(args)
  const { help = false, check = false, model = false, port, policy } = values
  return { help, check, model, port: port === undefined ? undefined : readPort(port), policy }
}

const parse = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: 'boolean' },
        check: { type: 'boolean' },
        model: { type: 'boolean' },
        port: { type: 'string' },
        policy: { type: 'string' },
      },
    })
  } catch (error) {
    throw new Mistake(`${error instanceof Error ? error.message : String(error)} (see --help)`)
  }
}

const readPort = (text: string): number => {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  // Some ports after it are needed, too.
  if (port >= 1 && port <= 65_000) return port
  throw new Mistake(`--port takes a number from 1 to 65000, not ${text}`)
}
