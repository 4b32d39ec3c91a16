/** What the arguments name, and the functions that take them. */
const DECLARATIONS = `
declare const texts: string[]
declare const readonlyTexts: readonly string[]
declare const text: string
declare const number: number
declare const development: boolean
declare const lookup: (origin: string) => boolean
declare const asyncLookup: (origin: string, context: unknown) => Promise<boolean>
declare const config: import('@cors/core').CorsConfig
declare const rule: import('@cors/core').CorsRule
declare const rules: import('@cors/core').CorsRule[]
declare const normalized: import('@cors/core').NormalizedCorsConfig
const constant = { origins: ['https://a.example'], credentials: true } as const
const satisfying = { origins: ['https://a.example'], maxAge: 5 } satisfies import('@cors/core').CorsConfig
`

/** A call on a line of its own, whatever the compiler says about it. */
export interface Call {
  readonly line: number
  readonly text: string
}

export interface Program {
  readonly text: string
  readonly calls: readonly Call[]
}

/** One program of calls, each on its line, so that a message can be told by its line. */
export const programOf = (imports: string, calls: readonly string[]): Program => {
  const lines = `${imports}${DECLARATIONS}`.split('\n')
  const placed = calls.map((text) => ({ line: lines.push(text), text }))
  return { text: `${lines.join('\n')}\nexport {}\n`, calls: placed }
}

/** The messages of a compiler's output, by line of the program. */
export const messagesByLine = (output: string, file: string): ReadonlyMap<number, string> => {
  const messages = new Map<number, string>()
  let line = 0
  for (const text of output.split('\n')) {
    const [, name, number] = /^(\S+?)\((\d+),\d+\): error /.exec(text) ?? []
    if (name !== undefined) line = name.endsWith(file) ? Number(number) : -1
    // A compiler escapes the quotes within a literal type.
    messages.set(line, `${messages.get(line) ?? ''}${text.replaceAll('\\"', '"')}\n`)
  }
  messages.delete(0)
  return messages
}
