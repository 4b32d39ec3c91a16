import type { PolicyShape } from './scenario.js'

const numbered = (count: number, name: (index: number) => string): readonly string[] =>
  // Parsed, so that each string is one piece: joined ones are flattened on first use, at whoever's cost.
  JSON.parse(JSON.stringify(Array.from({ length: count }, (_, index) => name(index)))) as string[]

export const manyOrigins = (count: number): PolicyShape => ({
  origins: numbered(count, (index) => `https://shop-${index}.example`),
  domains: [],
})

export const manyPatterns = (count: number): PolicyShape => ({
  origins: [],
  domains: numbered(count, (index) => `tenant-${index}.example`),
})
