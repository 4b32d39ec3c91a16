const PIECES = 8

/** `undefined` if it is no piece as the URL Standard writes one: lower-case hexadecimal, no leading zero. */
const parsePiece = (text: string): number | undefined => {
  const value = Number.parseInt(text, 16)
  return value >= 0 && value <= 0xffff ? value : undefined
}

const parsePieces = (text: string): number[] | undefined => {
  const pieces = text === '' ? [] : text.split(':').map(parsePiece)
  return pieces.includes(undefined) ? undefined : (pieces as number[])
}

/** @see https://url.spec.whatwg.org/#concept-ipv6-serializer */
const serialise = (pieces: readonly number[]): string => {
  let compressStart = -1
  let compressLength = 1
  for (let start = 0; start < PIECES; start++) {
    let length = 0
    while (pieces[start + length] === 0) length++
    if (length > compressLength) {
      compressStart = start
      compressLength = length
    }
  }
  const hexadecimal = (part: readonly number[]): string => part.map((piece) => piece.toString(16)).join(':')
  return compressStart < 0
    ? hexadecimal(pieces)
    : `${hexadecimal(pieces.slice(0, compressStart))}::${hexadecimal(pieces.slice(compressStart + compressLength))}`
}

/**
 * Is this what stands between the brackets of a serialised origin? Parsed and written again, so that the only
 * accepted spelling is the serialiser's own. IPv4-mapped addresses are refused: the same machine would have
 * two origins, and nobody serves a front end from `[::ffff:7f00:1]`.
 */
export const isSerialisedIpv6 = (text: string): boolean => {
  if (text.length > 39) return false
  const halves = text.split('::')
  const head = parsePieces(halves[0] ?? '')
  const tail = halves.length === 2 ? parsePieces(halves[1] ?? '') : []
  if (head === undefined || tail === undefined) return false
  const missing = PIECES - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return false
  const pieces = [...head, ...new Array<number>(missing).fill(0), ...tail]
  const isIpv4Mapped = pieces[5] === 0xffff && pieces.slice(0, 5).every((piece) => piece === 0)
  return !isIpv4Mapped && serialise(pieces) === text
}
