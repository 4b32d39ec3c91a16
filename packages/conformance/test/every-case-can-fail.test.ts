import { expect, it } from 'vitest'
import { allCases, runCases } from '../src/index.js'
import { NaiveAdapter } from './reference/naive-adapter.js'
import type { Answer } from './reference/naive-answer.js'
import { type Make, naiveSubject } from './reference/naive-server.js'

/** Servers that are wrong about everything, each in its own way. */
const answering = (change: (answer: Answer, origin: string | undefined) => Answer): Make => ({
  adapter: (options, routes) =>
    new (class extends NaiveAdapter {
      override check(): void {}
      override async answer(...[request, path]: Parameters<NaiveAdapter['answer']>): Promise<Answer> {
        return change(await super.answer(request, path), request.headers.origin)
      }
      override failure(): Answer {
        return change(super.failure(), undefined)
      }
    })(options, routes),
})

const wrong: readonly Make[] = [
  answering(() => ({ headers: undefined, vary: [] })),
  answering((answer, origin = '*') => ({
    ...answer,
    headers: {
      'access-control-allow-origin': origin === '' ? '*' : origin,
      'access-control-allow-credentials': 'true',
    },
  })),
]

it('no case passes on every wrong server', async () => {
  const failed = new Set<string>()
  for (const make of wrong) {
    for await (const { status, case: each } of runCases(naiveSubject('wrong', make))) {
      if (status === 'failed') failed.add(each.id)
    }
  }
  expect(allCases.map(({ id }) => id).filter((id) => !failed.has(id))).toEqual([])
})
