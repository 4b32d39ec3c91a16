import type { CaseOptions, StartUpCase } from '../case.js'
import { spec } from '../spec.js'

/** What TypeScript refuses, and JavaScript does not. */
const untyped = (options: object): CaseOptions => options as CaseOptions

const mistakes: readonly (readonly [id: string, title: string, options: CaseOptions, code: string])[] = [
  ['missing', 'no origins', untyped({ policy: {} }), 'origins-missing'],
  ['empty', 'an empty list of origins', { policy: { origins: [] } }, 'origins-missing'],
  ['undefined', 'no policy', untyped({ policy: undefined }), 'config-type'],
  [
    'any-with-credentials',
    'everybody with credentials',
    untyped({ policy: { origins: '*', credentials: true } }),
    'origin-any-with-credentials',
  ],
  [
    'trailing-slash',
    'a trailing slash',
    untyped({ policy: { origins: ['https://a.example/'] } }),
    'origin-not-canonical',
  ],
  [
    'unknown-option',
    'an option of another library',
    untyped({ policy: { origins: '*', origin: '*' } }),
    'unknown-option',
  ],
  [
    'second-rule',
    'a mistake in the second rule',
    { policy: [{ origins: ['https://a.example'] }, { origins: [''] }] },
    'origin-invalid',
  ],
]

/** A mistake is reported when the application starts, never by a request. */
export const startUp: readonly StartUpCase[] = [
  ...mistakes.map(
    ([id, title, options, code]): StartUpCase => ({
      set: 'start-up',
      id: `start-up/${id}`,
      level: 'MUST',
      title: `${title} keeps the application from starting`,
      spec: spec.startUp,
      options,
      expected: { code },
    }),
  ),
  {
    set: 'start-up',
    id: 'start-up/route-policy',
    level: 'MUST',
    title: "a mistake in a route's own policy keeps the application from starting",
    spec: spec.startUp,
    options: { policy: { origins: '*' } },
    routes: [{ method: 'GET', path: '/ok', behaviour: 'ok', policy: { origins: ['nonsense'] } }],
    expected: { code: 'origin-invalid' },
  },
]
