import { METHODS } from 'node:http'
import type { Call } from '../generate/call.js'
import type { Step } from './step.js'

/** What differs from framework to framework, beside CORS. */
export interface SubjectTraits {
  /** Which methods the route of the answers takes; others get the framework's own refusal. */
  readonly routedMethods: 'all that are parsed' | readonly string[]
  /** A form gets 415 before its handler. */
  readonly refusesForms: boolean
}

/** Node's parser refuses other methods with 400 and without any header, before a framework sees them. */
export const isParsed = (method: string): boolean => METHODS.includes(method)

/** Does a handler run? */
export const isHandled = (
  { target, body }: Call,
  { method, fields }: Step,
  traits: SubjectTraits,
): boolean => {
  switch (target.kind) {
    case 'missing':
      return false
    case 'live':
      return false
    case 'failure':
      return method === 'GET' || method === 'HEAD'
    case 'answer': {
      const type = fields.find(([name]) => name === 'content-type')?.[1] ?? ''
      const isForm = body !== undefined && type.startsWith('application/x-www-form-urlencoded')
      if (isForm && traits.refusesForms) return false
      return traits.routedMethods === 'all that are parsed'
        ? isParsed(method)
        : traits.routedMethods.includes(method)
    }
  }
}
