import type { Difference } from './compare-services.js'

/** The case, then of each service the lines that not all have. */
export const describeDifference = ({ title, answers }: Difference): string => {
  const isCommon = (line: string): boolean => answers.every(({ lines }) => lines.includes(line))
  const differing = answers.map(({ by, lines }) => ({ by, lines: lines.filter((line) => !isCommon(line)) }))
  // All alike, and not what the shop defines.
  const shown = differing.every(({ lines }) => lines.length === 0) ? answers : differing
  return [
    `DIFFERENT  ${visible(title)}`,
    ...shown.flatMap(({ by, lines }) => [
      `  ${by}`,
      ...(lines.length === 0 ? ['    -'] : lines.map((line) => `    ${visible(line)}`)),
    ]),
  ].join('\n')
}

/** A terminal must show no control characters that a header holds. */
const visible = (text: string): string =>
  text.replace(/[^\x20-\x7e\u2010-\u203a]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`)
