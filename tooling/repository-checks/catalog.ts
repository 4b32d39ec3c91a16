import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../commands/workspaces.mjs'

const text = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')
const block = /^catalog:\n((?:(?: .*)?\n)+)/m.exec(text)?.[1] ?? ''
const lines = block.matchAll(/^ {2}['"]?([^'"\n]+?)['"]?: ['"]?([^'"\n]+)/gm)

/** The versions that the workspaces share, by name. */
export const catalog: ReadonlyMap<string, string> = new Map(
  [...lines].map(([, name = '', version = '']) => [name, version]),
)
