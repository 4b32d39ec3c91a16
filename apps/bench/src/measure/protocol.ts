/** What the parent asks of a child. */
export type Command =
  /** Nanoseconds a request, of the process's time: what others do on the machine is not in it. */
  | { readonly do: 'time'; readonly count: number }
  /** Bytes allocated a request. */
  | { readonly do: 'heap'; readonly count: number }
  /** The port that it serves on. */
  | { readonly do: 'listen' }

export interface Report {
  readonly value: number
}
