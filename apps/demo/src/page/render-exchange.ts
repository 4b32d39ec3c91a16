import type { Call } from '@cors/app-service'
import type { CallResult, Explanation, ScriptOutcome, Step } from '../results/call-result.js'
import type { Exchange } from '../results/exchange.js'
import { observe } from '../results/observed.js'
import { verdictSentence, verdictWords } from '../results/words.js'
import { element } from './element.js'
import { renderHeaders } from './render-headers.js'

/** The whole of one call to one service: what was asked and answered, what the script got, and why. */
export const renderExchange = (
  call: Call,
  service: string,
  result: CallResult,
  wrong: readonly string[],
): HTMLElement => {
  const { verdict } = observe(result)
  return element(
    'div',
    { class: `whole is-${verdict}` },
    element(
      'h3',
      {},
      element('span', { class: `verdict ${verdict}` }, verdictWords[verdict]),
      ` ${service}: ${call.title}`,
    ),
    element('p', { class: 'sentence' }, verdictSentence(result)),
    ...wrong.map((difference) => element('p', { class: 'wrong' }, `✗ Not as expected: ${difference}`)),
    element('p', { class: 'lesson' }, call.lesson),
    ...renderAdvice(result.explanation.advice),
    element(
      'ol',
      { class: 'wire' },
      ...result.exchanges.map((each) => renderOne(each, result)),
      renderScript(result.script),
    ),
    section('steps', 'Why: the steps of the standard', renderSteps(result.explanation.steps)),
  )
}

const renderAdvice = (advice: Explanation['advice']): readonly HTMLElement[] => {
  if (advice === undefined) return []
  const items = advice.edits.map(({ message, rule }) =>
    element('li', {}, message, ...(rule === undefined ? [] : [element('pre', {}, rule)])),
  )
  const edits = items.length === 0 ? [] : [element('ul', {}, ...items)]
  const more = advice.advice === undefined ? [] : [element('p', {}, advice.advice)]
  return [section('advice', 'To allow it, change the policy', ...edits, ...more)]
}

const section = (name: string, title: string, ...content: readonly HTMLElement[]): HTMLElement =>
  element('section', { class: name }, element('h4', {}, title), ...content)

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
    element('h4', {}, kind === 'preflight' ? 'Preflight, by the browser itself' : 'The request'),
    element(
      'div',
      { class: 'two' },
      element('div', {}, requestLine(request), renderHeaders(request.headers)),
      element(
        'div',
        {},
        element('code', { class: 'line' }, `← ${response.status}`),
        renderHeaders(response.headers, decisive),
      ),
    ),
  )
}

/** The query only tells calls apart. */
const requestLine = ({ method, target }: Exchange['request']): HTMLElement => {
  const [path = '', query] = target.split('?')
  const rest = query === undefined ? [] : [element('span', { class: 'query' }, `?${query}`)]
  return element('code', { class: 'line' }, `→ ${method} ${path}`, ...rest)
}

const renderScript = (script: ScriptOutcome): HTMLElement => {
  const text = script.readable
    ? [String(script.status), ...script.headers.map(([name, value]) => `${name}: ${value}`), '', script.body]
    : [script.error]
  return element(
    'li',
    {},
    element('h4', {}, 'What the script gets'),
    element('pre', {}, text.join('\n').trim()),
  )
}

const renderSteps = (steps: readonly Step[]): HTMLElement =>
  element(
    'ul',
    {},
    ...steps.map(({ text, passed, spec }) => {
      const mark = passed === undefined ? '·' : passed ? '✓' : '✗'
      const name = `The standard: ${new URL(spec).hash.slice(1)}`
      return element(
        'li',
        passed === false ? { class: 'failed' } : {},
        element('span', { class: 'mark' }, mark),
        element('span', {}, text),
        element('a', { href: spec, title: name, 'aria-label': name }, '§'),
      )
    }),
  )
