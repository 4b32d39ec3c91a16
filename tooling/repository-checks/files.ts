import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { root } from '../commands/workspaces.mjs'

export interface SourceFile {
  /** From the root, with slashes. */
  readonly path: string
  readonly text: string
}

// As .gitignore says, whose lines here are plain names, folders and `*.extension`. Git itself need not be there.
const ignored = readFileSync(join(root, '.gitignore'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.replace(/\/$/, ''))

export const isIgnored = (name: string): boolean =>
  name === '.git' ||
  ignored.some((pattern) => (pattern.startsWith('*') ? name.endsWith(pattern.slice(1)) : name === pattern))

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isIgnored(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? walk(path) : [path]
    })

/** Every file that git would keep. */
export const files: readonly SourceFile[] = walk(root).map((path) => ({
  path: relative(root, path).split(sep).join('/'),
  text: readFileSync(path, 'utf8'),
}))

const isCode = ({ path }: SourceFile): boolean => /\.[cm]?[jt]sx?$/.test(path)

/** What is written by hand and runs: sources, tests and tools. */
export const code = files.filter(isCode)

/** What packages and apps are made of. */
export const sources = code.filter(({ path }) => /^(?:packages|apps)\/[^/]+\/src\//.test(path))
