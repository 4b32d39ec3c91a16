import { applyAtWriteHead, type LogError, readNodeRequest } from '@cors/core/adapter'
import type { HttpRequest } from './options.js'
import type { Platform } from './platform.js'
import type { Hook, Judges } from './request-hook.js'

/** Runs before a reply is sent. */
export type BeforeReply = (request: HttpRequest, response: object) => void | Promise<void>

/**
 * A hook that was added to an instance before NestJS got it runs before ours, and may end the request. Its reply
 * then carries the headers of an actual request, whatever the request is.
 */
export const coverEarlyReplies = (
  platform: Platform,
  { application, finder }: Judges,
  logError: LogError<HttpRequest>,
): { readonly noting: (hook: Hook) => Hook; readonly beforeReply: BeforeReply } => {
  const noted = new WeakSet<object>()
  const noting =
    (hook: Hook): Hook =>
    (request, response, done) => {
      noted.add(platform.responseOf(response))
      return hook(request, response, done)
    }
  const beforeReply: BeforeReply = (request, response) => {
    const raw = platform.responseOf(response)
    if (noted.has(raw)) return undefined
    const policy = finder?.ofRequest(request)?.policy ?? application
    const asked = { ...readNodeRequest(platform.requestOf(request)), accessControlRequestMethod: undefined }
    const answer = policy.decide(asked, request)
    if (!(answer instanceof Promise)) return applyAtWriteHead(raw, answer)
    return answer.then(
      (later) => applyAtWriteHead(raw, later),
      (error: unknown) => {
        applyAtWriteHead(raw, policy.failure)
        logError(error, request)
      },
    )
  }
  return { noting, beforeReply }
}
