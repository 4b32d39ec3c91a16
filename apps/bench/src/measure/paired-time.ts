import { createSender, type Listener, type RequestShape } from '../exchange.js'

/** A contender's nanoseconds a request, one value a round. */
export type Rounds = ReadonlyMap<string, readonly number[]>

export interface TimeOptions {
  readonly rounds: number
  readonly requestsPerRound: number
}

/**
 * Time contenders against each other: in every round each has its turn, in rotated order, so that a slower
 * minute of the machine slows all of them. Only what happened within one round is compared.
 */
export const measureTime = async (
  listeners: ReadonlyMap<string, Listener>,
  shape: RequestShape,
  { rounds, requestsPerRound }: TimeOptions,
): Promise<Rounds> => {
  const contenders = [...listeners].map(([name, listener]) => ({
    name,
    send: createSender(listener),
    times: [] as number[],
  }))
  for (const { send } of contenders) await send(shape, requestsPerRound * 2)
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const contender = contenders[(round + turn) % contenders.length]
      if (contender === undefined) continue
      const start = process.hrtime.bigint()
      await contender.send(shape, requestsPerRound)
      contender.times.push(Number(process.hrtime.bigint() - start) / requestsPerRound)
    }
  }
  return new Map(contenders.map(({ name, times }) => [name, times]))
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((left, right) => left - right)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** The median over the rounds of what a contender costs over another one of the same round. */
export const costOver = (rounds: Rounds, name: string, base: string): number => {
  const times = rounds.get(name) ?? []
  const bases = rounds.get(base) ?? []
  return median(times.map((time, round) => time - (bases[round] ?? Number.NaN)))
}

/** The median over the rounds of how many times one contender takes what another one takes. */
export const pairedRatio = (rounds: Rounds, name: string, other: string): number => {
  const others = rounds.get(other) ?? []
  return median((rounds.get(name) ?? []).map((time, round) => time / (others[round] ?? Number.NaN)))
}
