import { Mistake } from './mistake.js'
import { run } from './run.js'

// `npm start -- --check | head` closes the pipe early: finish quietly, so that browser and servers are closed.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  process.exitCode = await run(process.argv.slice(2), console.log)
} catch (error) {
  if (!(error instanceof Mistake)) throw error
  console.error(error.message)
  process.exitCode = 1
}
