const PIECES = 8

const parsePieces = (text: string): number[] =>
  text === '' ? [] : text.split(':').map((piece) => Number.parseInt(piece, 16))

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
  const [head = [], tail = []] = text.split('::').map(parsePieces)
  const zeros = new Array<number>(PIECES).fill(0).slice(head.length + tail.length)
  const pieces = [...head, ...zeros, ...tail]
  const isIpv4Mapped = pieces[5] === 0xffff && pieces.slice(0, 5).every((piece) => piece === 0)
  return (
    pieces.length === PIECES &&
    pieces.every((piece) => piece >= 0 && piece <= 0xffff) &&
    !isIpv4Mapped &&
    serialise(pieces) === text
  )
}
