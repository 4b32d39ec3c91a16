import type { Difference } from './compare-services.js'

/** The case, then of each answer the lines that not all have. */
export const describeDifference = ({ title, answers }: Difference): string => {
  const isCommon = (line: string): boolean => answers.every(({ lines }) => lines.includes(line))
  return [
    `DIFFERENT  ${visible(title)}`,
    ...answers.flatMap(({ by, lines }) => {
      const shown = lines.filter((line) => !isCommon(line))
      return [`  ${by}`, ...(shown.length === 0 ? ['    -'] : shown.map((line) => `    ${visible(line)}`))]
    }),
  ].join('\n')
}

/** A terminal must show no control characters that a header holds. */
const visible = (text: string): string =>
  text.replace(/[^\x20-\x7e\u2010-\u203a]/g, (character) => `\\x${character.charCodeAt(0).toString(16)}`)
