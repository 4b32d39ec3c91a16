import { createCorsPolicy } from '@cors/core'
import { describe, expect, it, vi } from 'vitest'
import {
  allCases,
  type CaseResult,
  cases,
  type FailedResult,
  formatFailure,
  runCases,
  runConformance,
  type Skip,
  type Subject,
  standalone,
} from '../src/index.js'
import { NaiveAdapter } from './reference/naive-adapter.js'
import { type Make, naiveSubject, startNaive } from './reference/naive-server.js'

const results = async (subject: Subject): Promise<readonly CaseResult[]> => {
  const all: CaseResult[] = []
  for await (const result of runCases(subject)) all.push(result)
  return all
}

const startUpOnly = (skip: readonly Skip[], make: Make = {}): Subject => ({
  ...naiveSubject('start-up only', make),
  sets: ['start-up'],
  skip,
})

const blind: Make = {
  adapter: (options, routes) =>
    new (class extends NaiveAdapter {
      override check(): void {}
    })(options, routes),
}

describe('skips', () => {
  it.each<[string, Skip[], string]>([
    ['name a case', [{ id: 'start-up/nothing', reason: 'x' }], 'there is no case start-up/nothing'],
    ['name a case of the sets', [{ id: 'kinds/no-origin', reason: 'x' }], 'there is no case kinds/no-origin'],
    ['give a reason', [{ id: 'start-up/missing', reason: ' ' }], 'start-up/missing needs a reason'],
    [
      'stand once',
      [
        { id: 'start-up/missing', reason: 'x' },
        { id: 'start-up/missing', reason: 'y' },
      ],
      'start-up/missing stands twice',
    ],
    [
      'are for routes only where there are some',
      [{ id: 'start-up/route-policy', reason: 'x' }],
      'there is no case',
    ],
  ])('%s', async (_, skip, message) => {
    await expect(results(startUpOnly(skip))).rejects.toThrow(message)
  })

  const skip = [{ id: 'start-up/missing', reason: 'this server cannot' }]

  it('show their reason where they are needed', async () => {
    const [first, ...others] = await results(startUpOnly(skip, blind))
    expect(first).toMatchObject({ status: 'skipped', reason: 'this server cannot' })
    expect(others.every(({ status }) => status === 'failed')).toBe(true)
  })

  it('fail where they are not needed', async () => {
    const [first, ...others] = await results(startUpOnly(skip))
    expect(first).toMatchObject({
      status: 'failed',
      differences: ['needless skip: the case passes (reason given: this server cannot)'],
    })
    expect(others.every(({ status }) => status === 'passed')).toBe(true)
  })
})

it('every case fails where the application does not start', async () => {
  const subject: Subject = {
    name: 'x',
    sets: ['policy', 'options', 'routes', 'start-up'],
    start: () => Promise.reject(new Error('boom')),
  }
  const all = await results(subject)
  expect(all).toHaveLength(allCases.length)
  expect(all.filter(({ status }) => status !== 'failed')).toEqual([])
})

it('a server that answers nothing fails, and is closed', async () => {
  const close = vi.fn()
  const start = async (): Promise<{ url: string; close: () => void }> => ({
    url: 'http://127.0.0.1:1',
    close,
  })
  const all = await results({ name: 'x', sets: ['routes'], start })
  expect(
    all.every((result) => result.status === 'failed' && result.differences[0]?.startsWith('no response')),
  ).toBe(true)
  expect(close).toHaveBeenCalled()
})

describe('a server in another process', () => {
  const running = async (takesFunctions: boolean): Promise<readonly CaseResult[]> => {
    let policy = createCorsPolicy({ origins: ['https://before.example'] })
    // One server for all, whose policy is replaced: a function that always chooses the latest.
    const server = await startNaive({ policy: { origins: '*' } }, (await import('../src/index.js')).routes, {
      adapter: (options, routes) =>
        new (class extends NaiveAdapter {
          override answer(...args: Parameters<NaiveAdapter['answer']>): ReturnType<NaiveAdapter['answer']> {
            return new NaiveAdapter({ policy: policy.config }, routes).answer(...args)
          }
        })(options, routes),
    })
    try {
      return await results(
        standalone({
          name: 'standalone',
          url: server.url,
          takesFunctions,
          setPolicy: async (config, id) => {
            expect(cases.find((each) => each.id === id)?.config).toBe(config)
            policy = createCorsPolicy(config)
          },
        }),
      )
    } finally {
      await server.close()
    }
  }

  it('runs the cases of one policy, but those whose configuration cannot be sent', async () => {
    const all = await running(false)
    expect(all).toHaveLength(cases.length)
    const other = all.filter(({ status }) => status !== 'passed')
    expect(other.length).toBeGreaterThan(0)
    expect(other.every((each) => each.status === 'inapplicable' && each.case.id.startsWith('lookup/'))).toBe(
      true,
    )
  })

  it('runs them all where the process can look them up', async () => {
    expect((await running(true)).filter(({ status }) => status !== 'passed')).toEqual([])
  })
})

describe('the binding to a test runner', () => {
  const tests = (
    subject: Subject,
  ): { readonly names: string[]; readonly run: () => Promise<readonly string[]> } => {
    const names: string[] = []
    const steps: (() => Promise<string | undefined>)[] = []
    const quiet = (body: () => Promise<void>) => steps.push(() => body().then(() => undefined))
    let closing: (() => Promise<void>) | undefined
    runConformance(subject, {
      describe: (_, body) => {
        body()
        if (closing !== undefined) quiet(closing)
        closing = undefined
      },
      beforeAll: quiet,
      afterAll: (body) => {
        closing = body
      },
      it: (name, body) => {
        names.push(name)
        steps.push(async () => {
          let note = 'passed'
          const skip = (text = ''): void => {
            note = text
          }
          return body({ skip }).then(
            () => note,
            (error: Error) => error.message,
          )
        })
      },
    })
    const run = async (): Promise<readonly string[]> => {
      const outcomes: string[] = []
      for (const step of steps) {
        const outcome = await step()
        if (outcome !== undefined) outcomes.push(outcome)
      }
      return outcomes
    }
    return { names, run }
  }

  it('makes a test of every case, named by its id', () => {
    const { names } = tests(naiveSubject('x'))
    expect(names.map((name) => name.split(':')[0])).toEqual(allCases.map(({ id }) => id))
  })

  it('passes, skips with a reason, and throws what differs', async () => {
    const skip = [{ id: 'start-up/missing', reason: 'it cannot' }]
    const [first, second] = await tests(startUpOnly(skip, blind)).run()
    expect(first).toBe('skipped: it cannot')
    expect(second).toContain('start-up/empty (MUST)')
    expect(second).toContain('start-up: expected the issue origins-missing, but the application started')
    expect(await tests(startUpOnly([])).run()).toEqual(Array(7).fill('passed'))
  })
})

it('a failure shows the request, what differs and what came', () => {
  const each = cases.find(({ id }) => id === 'kinds/preflight')
  const failed = {
    status: 'failed',
    case: each,
    differences: ['status: expected 204, got 200'],
    response: 'HTTP/1.1 200 OK\na: 1',
  }
  expect(
    formatFailure(failed as FailedResult),
  ).toBe(`kinds/preflight (MUST): OPTIONS with Origin and Access-Control-Request-Method is a preflight, also where OPTIONS has a handler
  OPTIONS /options
  Origin: https://app.example.com
  Access-Control-Request-Method: PUT
differs:
  status: expected 204, got 200
got:
  HTTP/1.1 200 OK
  a: 1
see https://fetch.spec.whatwg.org/#cors-preflight-request`)
})
