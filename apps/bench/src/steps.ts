import type { IncomingMessage, ServerResponse } from 'node:http'
import { createCorsPolicy } from '@cors/core'
import { answerPreflight, applyAtWriteHead, isFinal, readNodeRequest } from '@cors/core/adapter'
import type { WriteHead } from './limit/write-head.js'
import { configOf } from './policies.js'
import type { Work } from './scenarios/scenario.js'

/**
 * Between *limit* and *ours*, to see what each part costs: every step does what the one before it does, and one
 * thing more. *reads*: the request. *decides*: asks the policy, and throws the answer away. *lists*: the names
 * of the headers that are set when the head is written. *applies*: the policy's answer, through the adapters' own
 * function, in place of the constant headers. What *ours* costs over that is the adapter itself.
 */
export const STEPS = ['reads', 'decides', 'lists', 'applies'] as const

export type Step = (typeof STEPS)[number]

export const isStep = (word: string): word is Step => (STEPS as readonly string[]).includes(word)

/** What nobody needs, and the optimiser would leave out, if it were not to be seen from here. */
export let kept: unknown

/** What the step does before the constant headers are put in place. */
export const lookOf = (step: Exclude<Step, 'applies'>, work: Work): ((request: IncomingMessage) => void) => {
  if (step === 'reads') {
    return (request) => {
      kept = readNodeRequest(request)
    }
  }
  const policy = createCorsPolicy(configOf(work.policy))
  return (request) => {
    kept = policy.evaluate(readNodeRequest(request))
  }
}

/** A function in place of `writeHead`, as the step has it. */
export const writeHeadOf = (step: Step | undefined, writeHead: WriteHead): WriteHead =>
  step === 'lists'
    ? function listAndWriteHead(this: ServerResponse, status: number, given?: unknown) {
        kept = this.getHeaderNames()
        return writeHead.call(this, status, given)
      }
    : writeHead

/** @returns does what the last step does; was the request answered? */
export const applyOf = (work: Work): ((request: IncomingMessage, response: ServerResponse) => boolean) => {
  const policy = createCorsPolicy(configOf(work.policy))
  return (request, response) => {
    const answer = policy.evaluate(readNodeRequest(request))
    if (answer instanceof Promise) throw new TypeError('The steps are of policies without a lookup.')
    if (isFinal(answer)) {
      answerPreflight(response, answer)
      return true
    }
    applyAtWriteHead(response, answer)
    return false
  }
}
