import { ascii, readRules } from '../../scripts/public-suffixes.mjs'

export interface PublicSuffixRules {
  readonly rules: readonly string[]
  readonly exceptions: readonly string[]
}

/** Every rule of the list, written as the list writes it, in punycode. */
export const publicSuffixRules = (): PublicSuffixRules => {
  const text = (labels: readonly string[]): string => labels.map(ascii).reverse().join('.')
  const { rules, exceptions } = readRules()
  return { rules: rules.map(text), exceptions: exceptions.map(text) }
}
