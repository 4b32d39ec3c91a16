import { type InvalidCase, invalid } from '../case.js'
import type { Source } from '../sources.js'

const A = 'https://a.example'
const wrong = (config: unknown): InvalidCase => invalid('fearless-cors', config, ['config-type', []])
const unreachable = (earlier: string, later: string, source: Source = 'fearless-cors'): InvalidCase =>
  invalid(
    source,
    [{ origins: [earlier] }, { origins: ['https://other.test', later] }],
    ['rule-unreachable', [1, 'origins', 1]],
  )
const first = (): boolean => true
const second = (): boolean => false

/** Rules that nothing reaches, and values of another type. */
export const RULES_AND_TYPES: readonly InvalidCase[] = [
  ...[
    undefined,
    null,
    true,
    0,
    '',
    '*',
    A,
    () => ({ origins: [A] }),
    new Map(),
    new Set([A]),
    /x/,
    new Date(0),
  ].map(wrong),
  wrong([]),
  invalid('fearless-cors', [{ origins: [A] }, null], ['config-type', [1]]),
  invalid('fearless-cors', [[{ origins: [A] }]], ['config-type', [0]]),
  // biome-ignore lint/suspicious/noSparseArray: it is the point
  invalid('fearless-cors', [{ origins: [A] }, , { origins: '*' }], ['config-type', [1]]),
  // biome-ignore lint/suspicious/noSparseArray: it is the point
  invalid('fearless-cors', { origins: [A, , 'https://b.example'] }, ['config-type', ['origins', 1]]),
  invalid('fearless-cors', { origins: new Set([A]) }, ['config-type', ['origins']]),
  invalid('fearless-cors', { origins: { 0: A, length: 1 } }, ['config-type', ['origins']]),
  invalid('fearless-cors', { origins: first }, ['config-type', ['origins'], /^\[lookup\]/]),
  invalid('cors', { origins: false }, ['config-type', ['origins'], /^policy: false/]),
  invalid('cors', { origins: [A], methods: new Set(['PUT']) }, ['config-type', ['methods']]),
  invalid('koa-cors', { origins: [A], credentials: () => true }, ['config-type', ['credentials']]),
  invalid('fastify-cors', { origins: [A], exposedHeaders: null }, [
    'config-type',
    ['exposedHeaders'],
    'remove it',
  ]),
  invalid('cors', { origins: [A], credentials: 1 }, ['config-type', ['credentials']]),
  invalid('fearless-cors', { origins: [first, second] }, ['origin-lookup-invalid', ['origins', 1]]),
  invalid('fearless-cors', { origins: [first, A, first] }, ['origin-lookup-invalid', ['origins', 2]]),
  invalid('fearless-cors', Object.create({ origins: [A] }), ['origins-missing', ['origins']]),
  invalid('fearless-cors', JSON.parse(`{"origins":["${A}"],"__proto__":{"credentials":true}}`), [
    'unknown-option',
    ['__proto__'],
  ]),
  unreachable(A, A),
  unreachable('https://*.example', A),
  unreachable('https://*.example', 'https://a.b.example'),
  unreachable('https://*.example', 'https://*.a.example'),
  unreachable('https://a.example:*', A),
  unreachable('https://a.example:*', 'https://a.example:8443'),
  unreachable('https://*.example:*', 'https://*.example:8443'),
  unreachable('https://*.example:*', 'https://a.example:*'),
  unreachable('http://localhost:*', 'http://localhost:3000', 'cortex-6'),
  unreachable('http://[::1]:*', 'http://[::1]'),
  unreachable('app://-', 'app://-'),
  invalid('fearless-cors', [{ origins: '*' }, { origins: [A] }], ['rule-unreachable', [1]]),
  invalid(
    'fearless-cors',
    [{ origins: ['*'] }, { origins: [A] }, { origins: '*' }],
    ['rule-unreachable', [1]],
    ['rule-unreachable', [2]],
  ),
  invalid(
    'fearless-cors',
    { origins: Array.from({ length: 100_001 }, (_, index) => `https://a${index}.example`) },
    ['list-too-long', ['origins']],
  ),
]
