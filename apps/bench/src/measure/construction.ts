import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { median } from './statistics.js'

/** One policy built in a new process: what a start-up pays. Medians. */
export interface Construction {
  readonly kind: 'origins' | 'patterns'
  readonly count: number
  /** What a start-up waits for. */
  readonly milliseconds: number
  /** Of all threads: V8 compiles and collects garbage in others. */
  readonly cpuMilliseconds: number
  /** Over the strings themselves, which the caller has. */
  readonly megabytes: number
}

const BUILDER = fileURLToPath(new URL('construct.js', import.meta.url))

export const measureConstruction = async (
  kind: Construction['kind'],
  count: number,
  times: number,
): Promise<Construction> => {
  const built: Omit<Construction, 'kind' | 'count'>[] = []
  for (let time = 0; time < times; time++) {
    const { stdout } = await promisify(execFile)(process.execPath, [
      '--expose-gc',
      BUILDER,
      kind,
      String(count),
    ])
    built.push(JSON.parse(stdout))
  }
  return {
    kind,
    count,
    milliseconds: median(built.map(({ milliseconds }) => milliseconds)),
    cpuMilliseconds: median(built.map(({ cpuMilliseconds }) => cpuMilliseconds)),
    megabytes: median(built.map(({ megabytes }) => megabytes)),
  }
}
