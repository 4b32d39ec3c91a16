import { FRAMEWORKS } from './frameworks/index.js'
import type { Effort } from './measure/listener.js'
import { SCENARIOS } from './scenarios/index.js'

const PARTS = ['listener', 'instructions', 'construction', 'end-to-end'] as const

export type Part = (typeof PARTS)[number]

export interface Arguments {
  readonly parts: readonly Part[]
  /** Ids, in the order of the tables. */
  readonly frameworks: readonly string[]
  readonly scenarios: readonly string[]
  readonly isSmoke: boolean
  readonly effortFor: (framework: string) => Effort
  /** Put what was measured into `results/`, in place of what is there of the same cells. */
  readonly save: boolean
  /** Count instructions with valgrind where there is no `perf stat`. */
  readonly valgrind: boolean
}

export const USAGE: string = `pnpm bench                        everything, about an hour and a half; writes results/ and the README's table
pnpm bench b                      one scenario (an id, or a letter for all that begin with it), all frameworks: under a minute
pnpm bench fastify b              the same for one framework: a few seconds
pnpm bench construction           one part: ${PARTS.join(', ')}
  --save        write what was measured into results/ and the README
  --starts=N    how often each contender starts in a new process: three times for what is saved (six for NestJS), else once
  --rounds=N    how many rounds after each start
  --smoke       does it work? The numbers mean nothing
  --valgrind    count instructions with valgrind where perf stat cannot

frameworks: ${FRAMEWORKS.join(' ')} next (end-to-end only)
scenarios:  ${SCENARIOS.map(({ id }) => id).join(' ')}`

const NORMAL: Effort = { starts: 3, rounds: 11, turnMilliseconds: 12, warmUpMilliseconds: 400 }
/** NestJS is held against its own CORS: which of the two costs less, fewer starts do not tell. */
const STARTS_OF_NESTJS = 6
/** To look at a scenario while working on it. */
const ONCE: Effort = { ...NORMAL, starts: 1 }
const SMOKE: Effort = { starts: 1, rounds: 2, turnMilliseconds: 1, warmUpMilliseconds: 1 }

const isScenario = (word: string): boolean => scenariosOf(word).length > 0

const scenariosOf = (word: string): readonly string[] =>
  SCENARIOS.map(({ id }) => id).filter((id) => id === word || id.startsWith(`${word}-`))

/** @throws Error with the usage, if there is a word that means nothing */
export const readArguments = (words: readonly string[]): Arguments => {
  const frameworks = [...FRAMEWORKS, 'next']
  const flags = words.filter((word) => word.startsWith('--'))
  const names = words.filter((word) => !word.startsWith('--'))
  const numberOf = (name: 'starts' | 'rounds'): number | undefined => {
    const flag = flags.find((flag) => flag.startsWith(`--${name}=`))
    return flag === undefined ? undefined : Number(flag.slice(name.length + 3))
  }
  const unknown = [
    ...flags.filter((flag) => !/^--(?:save|smoke|valgrind|(?:starts|rounds)=[1-9]\d*)$/.test(flag)),
    ...names.filter(
      (name) => !PARTS.includes(name as Part) && !frameworks.includes(name) && !isScenario(name),
    ),
  ]
  if (unknown.length > 0) throw new Error(`What is ${unknown.join(', ')}?\n\n${USAGE}`)
  const chosenParts = PARTS.filter((part) => names.includes(part))
  const chosenFrameworks = frameworks.filter((id) => names.includes(id))
  const chosenScenarios = SCENARIOS.map(({ id }) => id).filter((id) =>
    names.some((name) => scenariosOf(name).includes(id)),
  )
  const isSmoke = flags.includes('--smoke')
  const isAll = names.length === 0
  const save = (isAll && !isSmoke) || flags.includes('--save')
  const effort = isSmoke ? SMOKE : save ? NORMAL : ONCE
  return {
    parts: chosenParts.length > 0 ? chosenParts : isAll ? PARTS : ['listener'],
    frameworks: chosenFrameworks.length > 0 ? chosenFrameworks : frameworks,
    scenarios: chosenScenarios.length > 0 ? chosenScenarios : SCENARIOS.map(({ id }) => id),
    isSmoke,
    effortFor: (framework) => ({
      ...effort,
      starts:
        numberOf('starts') ??
        (effort === NORMAL && framework.startsWith('nestjs') ? STARTS_OF_NESTJS : effort.starts),
      rounds: numberOf('rounds') ?? effort.rounds,
    }),
    save,
    valgrind: flags.includes('--valgrind'),
  }
}
