import { Writable } from 'node:stream'
import type { FastifyServerOptions } from 'fastify'

interface Line {
  readonly level: number
  readonly msg: string
  readonly err?: { readonly message: string }
}

/** A logger for errors, and what it was told. */
export const recordingLogger = (): {
  readonly lines: readonly Line[]
  readonly options: FastifyServerOptions
} => {
  const lines: Line[] = []
  const stream = new Writable({
    write(text: Buffer, _, done) {
      lines.push(JSON.parse(text.toString()))
      done()
    },
  })
  return { lines, options: { logger: { level: 'error', stream } } }
}
