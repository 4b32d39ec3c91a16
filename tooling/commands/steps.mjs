import { Failure } from './failure.mjs'
import { Stopped } from './processes.mjs'

/**
 * Says which step of how many runs, and how long it took.
 * @param {number} count
 */
export function steps(count) {
  let number = 0
  /**
   * @param {string} title
   * @param {() => Promise<string | number>} work gives an exit code, or a few words on what was done
   * @returns {Promise<boolean>} whether it went well
   */
  return async function step(title, work) {
    number += 1
    const label = `[${number}/${count}] ${title}`
    const begin = performance.now()
    const took = () => `${((performance.now() - begin) / 1000).toFixed(1)} s`
    console.log(`${label} …`)
    try {
      const result = await work()
      const failed = typeof result === 'number' && result !== 0
      console.log(
        `${label}: ${failed ? 'FAILED' : typeof result === 'string' ? result : 'done'} (${took()})\n`,
      )
      return !failed
    } catch (error) {
      if (error instanceof Stopped) console.log(`${label}: stopped (${took()})`)
      else if (error instanceof Failure) console.log(`${label}: FAILED (${took()})`)
      throw error
    }
  }
}
