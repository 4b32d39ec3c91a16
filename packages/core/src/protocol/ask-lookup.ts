import type { CompiledLookup } from './compiled-rule.js'

/** Every runtime has them, but the language's own library does not declare them. */
declare const setTimeout: (callback: () => void, milliseconds: number) => unknown
declare const clearTimeout: (timer: unknown) => void

/**
 * Ask a lookup function: exactly `true` is yes. Throws or rejects if it does, or is not done in time; what it
 * does after that is ignored.
 */
export const askLookup = (
  lookup: CompiledLookup,
  origin: string,
  context: unknown,
): boolean | Promise<boolean> => {
  const answer = lookup.ask(origin, context)
  return typeof answer === 'boolean' ? answer : inTime(answer, lookup.timeout)
}

const inTime = async (answer: unknown, milliseconds: number): Promise<boolean> => {
  let timer: unknown
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The lookup function did not answer within ${milliseconds} ms.`)),
      milliseconds,
    )
  })
  try {
    return (await Promise.race([answer, timeout])) === true
  } finally {
    clearTimeout(timer)
  }
}
