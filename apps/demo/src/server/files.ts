import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, extname, join } from 'node:path'

interface File {
  readonly type: string
  readonly content: Buffer
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
}

/** The built files of the page by their path, `/` for the document. */
export const readFiles = (): ReadonlyMap<string, File> => {
  // From the package's own root: this file runs both bundled and, in tests, as it is.
  const root = dirname(createRequire(import.meta.url).resolve('@cors/demo/package.json'))
  const folder = join(root, 'dist', 'page')
  const files = new Map<string, File>()
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)]
    if (type === undefined) continue
    const content = readFileSync(join(folder, name))
    files.set(name === 'index.html' ? '/' : `/${name}`, { type, content })
  }
  return files
}
