import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Role } from './contender.js'
import type { Environment } from './environment.js'
import type { Construction } from './measure/construction.js'
import type { EndToEnd } from './measure/end-to-end.js'
import type { Measurement } from './measure/listener.js'
import type { Step } from './steps.js'

export interface ListenerRow extends Measurement {
  readonly framework: string
  readonly scenario: string
}

export interface InstructionsRow {
  readonly framework: string
  readonly scenario: string
  /** For a request, bare included. */
  readonly counts: Readonly<Record<Role, number>>
  /** Where the framework has steps. */
  readonly steps?: Readonly<Record<Step, number>>
  readonly counter: 'perf stat' | 'valgrind'
}

/** What `results.json` holds. */
export interface Results {
  readonly environment: Environment
  readonly listener: readonly ListenerRow[]
  readonly instructions: readonly InstructionsRow[]
  readonly construction: readonly Construction[]
  readonly endToEnd: readonly EndToEnd[]
}

/** The bundle is in `dist/`, the tests read the sources. */
export const FOLDER: string = fileURLToPath(new URL('../results/', import.meta.url))

export const readResults = (): Results => JSON.parse(readFileSync(`${FOLDER}results.json`, 'utf8')) as Results

export const writeResultFile = (name: string, text: string): void => writeFileSync(`${FOLDER}${name}`, text)

/** What was measured again replaces what was there. */
export const merged = <Row>(
  before: readonly Row[],
  now: readonly Row[],
  keyOf: (row: Row) => string,
): readonly Row[] => {
  const rows = new Map(before.map((row) => [keyOf(row), row]))
  for (const row of now) rows.set(keyOf(row), row)
  return [...rows.values()]
}
