import { Failure } from './failure.mjs'
import { Stopped } from './processes.mjs'
import { start } from './start.mjs'
import { test } from './test.mjs'

/** @type {Record<string, (args: string[]) => Promise<number>>} */
const commands = { start, test }

const [name = '', ...args] = process.argv.slice(2)
try {
  const command = commands[name]
  if (command === undefined) throw new Failure(`Say one of: ${Object.keys(commands).join(', ')}.`)
  process.exitCode = await command(args)
} catch (error) {
  if (error instanceof Stopped) {
    process.exitCode = 130
  } else if (error instanceof Failure) {
    console.error(error.message)
    process.exitCode = 1
  } else {
    throw error
  }
}
