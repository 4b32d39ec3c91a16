import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Role } from '../contender.js'
import type { Command, Report } from './protocol.js'

/** Beside the bundle of the parent. */
export const CHILD: string = fileURLToPath(new URL('child.js', import.meta.url))

/**
 * Everything on one thread: compiler and collector do the same in each process, and what they do for a request is
 * in its time. A young generation of one size from the start, so that a batch of requests fits into it.
 */
export const NODE_OPTIONS: readonly string[] = [
  '--single-threaded',
  '--expose-gc',
  '--min-semi-space-size=16',
  '--max-semi-space-size=16',
]

export interface Child {
  readonly ask: (command: Command) => Promise<number>
  readonly stop: () => void
}

const nextReport = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`A contender ended with ${code}.`))
    child.once('exit', onExit)
    child.once('message', ({ value }: Report) => {
      child.off('exit', onExit)
      resolve(value)
    })
  })

/** @param options for Node; those of a measurement, unless it serves as it would in production */
export const startChild = async (
  framework: string,
  role: Role,
  scenario: string,
  options: readonly string[] = NODE_OPTIONS,
): Promise<Child> => {
  const child = fork(CHILD, [framework, role, scenario], { execArgv: [...options] })
  await nextReport(child)
  return {
    ask(command) {
      const report = nextReport(child)
      child.send(command)
      return report
    },
    stop: () => void child.kill(),
  }
}
