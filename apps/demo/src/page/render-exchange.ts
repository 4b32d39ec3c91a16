import type { Call } from '@cors/app-service'
import type { CallResult, ScriptOutcome, Step } from '../results/call-result.js'
import type { Exchange } from '../results/exchange.js'
import { verdictSentence } from '../results/words.js'
import { element } from './element.js'
import { renderHeaders } from './render-headers.js'

/** The whole of one call: what was asked and answered, what the script got, and why. */
export const renderExchange = (call: Call, result: CallResult, wrong: readonly string[]): HTMLElement =>
  element(
    'div',
    { class: 'whole' },
    element('p', { class: 'lesson' }, call.lesson),
    element('p', { class: 'sentence' }, verdictSentence(result)),
    ...wrong.map((difference) => element('p', { class: 'wrong' }, `✗ Not as expected: ${difference}`)),
    element('ol', { class: 'wire' }, ...result.exchanges.map((each) => renderOne(each, result))),
    element(
      'div',
      { class: 'two' },
      section('What the script gets', renderScript(result.script)),
      section('The steps of the standard', renderSteps(result.explanation.steps)),
    ),
  )

const section = (title: string, content: HTMLElement): HTMLElement =>
  element('section', {}, element('h4', {}, title), content)

const renderOne = (
  { kind, request, response }: Exchange,
  { exchanges, explanation, script }: CallResult,
): HTMLElement => {
  // The header that decided stands, or is missing, in the last answer.
  const isLast = response === exchanges.at(-1)?.response
  const decisive = isLast && !script.readable ? explanation.header : undefined
  return element(
    'li',
    {},
    element('h4', {}, kind === 'preflight' ? 'Preflight, by the browser itself' : 'Request'),
    element(
      'div',
      { class: 'two' },
      element(
        'div',
        {},
        element('code', { class: 'line' }, `→ ${request.method} ${request.target}`),
        renderHeaders(request.headers),
      ),
      element(
        'div',
        {},
        element('code', { class: 'line' }, `← ${response.status}`),
        renderHeaders(response.headers, decisive),
      ),
    ),
  )
}

const renderScript = (script: ScriptOutcome): HTMLElement => {
  if (!script.readable) return element('pre', {}, script.error)
  const headers = script.headers.map(([name, value]) => `${name}: ${value}`)
  return element('pre', {}, [String(script.status), ...headers, '', script.body].join('\n').trim())
}

const renderSteps = (steps: readonly Step[]): HTMLElement =>
  element(
    'ul',
    { class: 'steps' },
    ...steps.map(({ text, passed, spec }) =>
      element(
        'li',
        { class: passed === false ? 'failed' : 'fine' },
        `${passed === undefined ? '·' : passed ? '✓' : '✗'} ${text} `,
        element('a', { href: spec }, new URL(spec).hash),
      ),
    ),
  )
