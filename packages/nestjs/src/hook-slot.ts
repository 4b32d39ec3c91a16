import type { AbstractHttpAdapter } from '@nestjs/core'
import type { Hook } from './request-hook.js'

/** The only hook that runs before body parsers and middleware on both platforms. The field is private to TypeScript. */
interface HookSlot {
  onRequestHook?: Hook
  setOnRequestHook(hook: Hook): void
}

/**
 * Take the adapter's one slot for a hook. Whoever has it already, or takes it later, comes after this one.
 *
 * @param create makes the hook; it is given what runs next
 */
export const takeHookSlot = (adapter: AbstractHttpAdapter, create: (goOn: Hook) => Hook): void => {
  const slot = adapter as unknown as HookSlot
  let other = slot.onRequestHook
  const goOn: Hook = (request, response, done) => {
    if (other !== undefined) return other.call(adapter, request, response, done)
    done()
    return undefined
  }
  slot.setOnRequestHook(create(goOn))
  slot.setOnRequestHook = (later) => {
    other = later
  }
}
