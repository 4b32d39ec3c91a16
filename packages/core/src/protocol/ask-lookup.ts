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
  const { ask, timeout } = lookup
  // As a plain function: what is compiled is nothing for its `this` to read or to change.
  const answer = ask(origin, context)
  return typeof answer === 'boolean' ? answer : inTime(answer, timeout)
}

/** By hand: `Promise.race` and `finally` would make five Promises more, for each request. */
const inTime = (answer: unknown, milliseconds: number): Promise<boolean> => {
  const answered = Promise.resolve(answer)
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The lookup function did not answer within ${milliseconds} ms.`)),
      milliseconds,
    )
    answered.then(
      (value) => {
        clearTimeout(timer)
        resolve(value === true)
      },
      (error: unknown) => {
        clearTimeout(timer)
        reject(error)
      },
    )
  })
}
