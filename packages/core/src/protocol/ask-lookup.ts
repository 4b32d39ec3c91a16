import type { CompiledLookup } from './compiled-rule.js'

/** Every runtime has them, but the language's own library does not declare them. */
declare const setTimeout: (callback: () => void, milliseconds: number) => unknown
declare const clearTimeout: (timer: unknown) => void

/**
 * Ask a lookup function: exactly `true` is yes. Rejects if it throws, rejects, or is not done in time; what it
 * does after that is ignored.
 */
export const askLookup = async (
  lookup: CompiledLookup,
  origin: string,
  context: unknown,
): Promise<boolean> => {
  const answer = lookup.ask(origin, context)
  if (typeof answer === 'boolean') return answer
  let timer: unknown
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`The origin lookup did not answer within ${lookup.timeout} ms.`)),
      lookup.timeout,
    )
  })
  try {
    return (await Promise.race([answer, timeout])) === true
  } finally {
    clearTimeout(timer)
  }
}
