/** The labels of each rule, from right to left. */
export const readRules: () => { readonly rules: string[][]; readonly exceptions: string[][] }
export const ascii: (label: string) => string
export const makePublicSuffixes: () => string
export const publicSuffixFile: (date: string) => string
