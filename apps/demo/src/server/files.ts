import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'

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
  const folder = new URL('./page/', import.meta.url)
  const files = new Map<string, File>()
  for (const name of readdirSync(folder)) {
    const type = types[extname(name)]
    if (type === undefined) continue
    const content = readFileSync(new URL(name, folder))
    files.set(name === 'index.html' ? '/' : `/${name}`, { type, content })
  }
  return files
}
