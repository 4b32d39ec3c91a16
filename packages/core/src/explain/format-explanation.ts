import type { TraceStep } from '../browser-model/trace.js'
import { visible } from '../config/visible.js'
import type { BrowserVerdict, ConfigEdit, Explanation } from './explanation.js'
import { quoted } from './quoted.js'

/** An explanation as text, for a terminal or a ticket. The wording is no interface: read the object instead. */
export const formatExplanation = (explanation: Explanation): string => {
  const { request, decision, steps, browser } = explanation
  const origin = request.origin === undefined ? 'without Origin' : `from ${quoted(request.origin)}`
  const asked =
    decision.kind === 'preflight' ? ` for ${quoted(request.accessControlRequestMethod ?? '')}` : ''
  const verdict =
    decision.kind === 'non-cors' ? '' : decision.allowed ? ': origin allowed' : ': origin denied'
  const lines = [
    `${decision.kind === 'preflight' ? 'Preflight' : request.method}${asked} ${origin}${verdict} (${decision.reason})`,
    '',
    'The policy',
    ...steps.flatMap(stepLines),
    ...decision.headers.map(([name, value]) => `      ${name}: ${value}`),
  ]
  if (browser !== undefined) {
    lines.push('', `A request without credentials: ${answerOf(browser.anonymous, decision.kind)}`)
    lines.push(...verdictLines(browser.anonymous))
    lines.push('', `A request with credentials: ${answerOf(browser.credentialed, decision.kind)}`)
    lines.push(...verdictLines(browser.credentialed))
  }
  // A method, say, is text of the request, too.
  return `${lines.map(visible).join('\n')}\n`
}

const answerOf = ({ allowed }: BrowserVerdict, kind: string): string =>
  kind === 'preflight'
    ? allowed
      ? 'yes, the browser sends it'
      : 'no, the browser does not send it'
    : allowed
      ? 'yes, the script may read the response'
      : 'no, the script gets a TypeError'

const stepLines = ({ text, passed, compared, spec }: TraceStep): readonly string[] => {
  const mark = passed === undefined ? '-' : passed ? '✓' : '✗'
  const comparison =
    compared === undefined || passed === true
      ? []
      : [
          `      expected ${quoted(compared.expected)}, found ${compared.actual === null ? 'nothing' : quoted(compared.actual)}`,
        ]
  return [`  ${mark} ${text}`, ...comparison, `      ${spec}`]
}

const verdictLines = ({ steps, change, advice }: BrowserVerdict): readonly string[] => [
  ...steps.flatMap(stepLines),
  ...(change === undefined ? [] : ['  To make it a yes:', ...change.edits.flatMap(editLines)]),
  ...(advice === undefined ? [] : [`  ${advice}`]),
]

const editLines = ({ path, value, action, message }: ConfigEdit): readonly string[] => {
  if (action === 'remove') return [`    ${message}`]
  const place = path.map((step, index) =>
    typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`,
  )
  const text = JSON.stringify(value, (_, member) => (typeof member === 'function' ? 'a function' : member))
  const shown = text.length > 200 ? `${text.slice(0, 199)}…` : text
  return [`    ${message}`, `      ${action === 'insert' ? 'new rule ' : ''}${place.join('')}: ${shown}`]
}
