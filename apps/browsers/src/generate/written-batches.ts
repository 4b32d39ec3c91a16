import type { Policy } from '../meaning/policy.js'
import type { Field } from '../meaning/request-headers.js'
import type { Call } from './call.js'

type Written = Omit<Call, 'id' | 'api' | 'hasUploadListener' | 'via'> &
  Partial<Pick<Call, 'api' | 'hasUploadListener' | 'via'>>

/** Origins of the same subject, beside the usual one. */
interface Others {
  readonly elsewhere: string
  readonly http2: string
}

export interface WrittenBatch {
  readonly policy: Policy
  calls(others: Others): readonly Written[]
}

const answer = { kind: 'answer', status: 200 } as const
const authorization: Field = ['Authorization', 'Bearer 1']
const plain = { method: 'GET', headers: [], credentials: 'omit', target: answer } as const

/** What must be among the cases, whatever the seeds bring. All are made by https://shop.example. */
export const writtenBatches: readonly WrittenBatch[] = [
  {
    policy: [{ origins: '*', methods: '*', allowedHeaders: '*', exposedHeaders: '*' }],
    calls: ({ elsewhere, http2 }) => [
      { ...plain, headers: [authorization] },
      { ...plain, api: http2 },
      { ...plain, headers: [authorization], credentials: 'include' },
      { ...plain, credentials: 'include' },
      { ...plain, method: 'patch' },
      { ...plain, method: 'PATCH', redirect: { status: 307, to: elsewhere } },
      { ...plain, method: 'PUT', body: 'a', redirect: { status: 303, to: elsewhere } },
      { ...plain, headers: [authorization], redirect: { status: 302, to: elsewhere } },
    ],
  },
  {
    policy: [{ origins: '*', allowedHeaders: ['*', 'Authorization'] }],
    calls: () => [{ ...plain, headers: [authorization, ['X-One', '1']] }],
  },
  {
    policy: [
      {
        origins: ['https://shop.example'],
        credentials: true,
        methods: ['PATCH'],
        allowedHeaders: ['X-One'],
        exposedHeaders: ['X-One'],
      },
    ],
    calls: ({ elsewhere }) => [
      { ...plain, method: 'patch', credentials: 'include' },
      { ...plain, method: 'PATCH', headers: [['x-ONE', '1']], credentials: 'include' },
      { ...plain, method: 'PATCH', headers: [['X-Two', '1']], credentials: 'include' },
      { ...plain, headers: [authorization] },
      { ...plain, method: 'PATCH', redirect: { status: 308, to: elsewhere } },
      { ...plain, redirect: { status: 301, to: elsewhere } },
      { ...plain, method: 'HEAD', credentials: 'include', target: { kind: 'missing' } },
      { ...plain, method: 'POST', body: 'up', hasUploadListener: true, via: 'XMLHttpRequest' },
      { ...plain, method: 'POST', body: 'up', via: 'XMLHttpRequest' },
      { ...plain, credentials: 'include', via: 'WebSocket', target: { kind: 'live' } },
    ],
  },
]

export const callOf = (written: Written, id: string, api: string): Call => ({
  via: 'fetch',
  hasUploadListener: false,
  api,
  ...written,
  id,
})
