/** 200 origins, as a team with many tenants lists them. */
const ORIGINS = Array.from({ length: 200 }, (_, index) => `https://tenant-${index}.customers.example.com`)

const LITERALS = ORIGINS.map((origin) => `  '${origin}',`).join('\n')

/** A program with the list as a literal, which is checked member by member, and the same with texts of unknown content. */
export const PROGRAMS = {
  checked: `import { createCorsPolicy } from '@cors/core'
export const policy = createCorsPolicy({ origins: [
${LITERALS}
], credentials: true, maxAge: 600 })
`,
  unchecked: `import { createCorsPolicy } from '@cors/core'
const origins: readonly string[] = [
${LITERALS}
]
export const policy = createCorsPolicy({ origins, credentials: true, maxAge: 600 })
`,
} as const

/** What `tsc --extendedDiagnostics` prints. */
export const diagnostic = (output: string, name: string): number =>
  Number(new RegExp(`^${name}:\\s+([\\d.]+)`, 'm').exec(output)?.[1] ?? Number.NaN)
