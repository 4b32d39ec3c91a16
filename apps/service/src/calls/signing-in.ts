import { customer } from '../sessions.js'
import type { CallGroup } from './call.js'
import { preflighted, simple } from './expected.js'

const me = { via: 'fetch', method: 'GET', path: '/me', headers: {} } as const

export const signingIn: CallGroup = {
  title: 'Signing in',
  calls: [
    {
      id: 'login',
      title: 'Sign in',
      lesson:
        'The response sets a cookie. The browser takes it because the page and the service are one site.',
      via: 'fetch',
      method: 'POST',
      path: '/login',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(customer),
      credentials: 'include',
      expected: preflighted(200),
    },
    {
      ...me,
      id: 'me',
      title: 'Who am I?',
      lesson:
        'The preview may read, but it is another site: the SameSite cookie stays at home, and it reads 401.',
      credentials: 'include',
      expected: {
        ...simple(200),
        preview: { verdict: 'readable', preflight: 'none', status: 401, headers: [] },
      },
    },
    {
      ...me,
      id: 'me-anonymous',
      title: 'Who am I, without the cookie?',
      lesson: 'A guard refuses with 401, and the script may read that: the headers are on errors, too.',
      credentials: 'omit',
      expected: simple(401),
    },
  ],
}
