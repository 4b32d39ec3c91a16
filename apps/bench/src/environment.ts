import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { cpus, totalmem } from 'node:os'

/** Where and when it was measured. Not the machine's name: that is nobody's business. */
export interface Environment {
  readonly date: string
  readonly node: string
  readonly processor: string
  readonly cores: number
  readonly memoryGigabytes: number
  readonly platform: string
  readonly versions: Readonly<Record<string, string>>
}

const MEASURED = [
  'cors',
  '@fastify/cors',
  '@koa/cors',
  'hono',
  'express',
  'fastify',
  'koa',
  '@nestjs/core',
  'next',
  'autocannon',
]

const require = createRequire(import.meta.url)

const versionOf = (name: string): string => {
  // Not every package lets its package.json be imported.
  const folder = (require.resolve.paths(name) ?? []).map((path) => `${path}/${name}/package.json`)
  for (const file of folder) {
    try {
      return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version
    } catch {}
  }
  throw new Error(`${name} is not installed.`)
}

export const environment = (): Environment => ({
  date: new Date().toISOString().slice(0, 10),
  node: process.version,
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  platform: `${process.platform} ${process.arch}`,
  versions: Object.fromEntries(MEASURED.map((name) => [name, versionOf(name)])),
})
