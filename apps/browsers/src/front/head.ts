/** The head of a request or of a response, as it was on the wire. */
export interface Head {
  /** `GET /answer HTTP/1.1`, or `HTTP/1.1 200 OK`. */
  readonly start: string
  /** Names in lower case; the values of repeated fields joined by `", "`. */
  readonly fields: ReadonlyMap<string, string>
}

const requestStart = /^[A-Za-z-]+ \S+ HTTP\/1\.1\r\n/
const responseStart = /^HTTP\/1\.1 \d{3}[^\r]*\r\n/

/**
 * Finds the heads in one direction of a connection. Browsers do not pipeline, so a head begins a chunk of bytes, and
 * whatever does not look like one is a body.
 */
export class HeadReader {
  readonly #start: RegExp
  readonly #found: (head: Head) => void
  #unfinished = ''

  constructor(kind: 'request' | 'response', found: (head: Head) => void) {
    this.#start = kind === 'request' ? requestStart : responseStart
    this.#found = found
  }

  /** @returns whether a head begins with this chunk */
  read(chunk: Buffer): boolean {
    const text = chunk.toString('latin1')
    const begins = this.#unfinished === '' && this.#start.test(text)
    if (begins || this.#unfinished !== '') this.#add(text)
    return begins
  }

  #add(text: string): void {
    this.#unfinished += text
    const end = this.#unfinished.indexOf('\r\n\r\n')
    if (end === -1) return
    this.#found(parse(this.#unfinished.slice(0, end)))
    this.#unfinished = ''
  }
}

const parse = (text: string): Head => {
  const [start = '', ...lines] = text.split('\r\n')
  const fields = new Map<string, string>()
  for (const line of lines) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 1).trim()
    const before = fields.get(name)
    fields.set(name, before === undefined ? value : `${before}, ${value}`)
  }
  return { start, fields }
}
