import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'esbuild'

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url))

/** A module that is left out: what stands there instead. */
export type Replaced = Readonly<Record<string, string>>

/** What a bundler makes of an entry of the source, minified. */
export const bundle = async (contents: string, replaced: Replaced = {}): Promise<Uint8Array> => {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: SOURCE, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'replaced',
        setup({ onLoad }) {
          onLoad({ filter: /\.ts$/ }, ({ path }) => {
            const file = Object.keys(replaced).find((each) => path === `${SOURCE}${each}`)
            return file === undefined ? undefined : { contents: replaced[file] ?? '', loader: 'ts' }
          })
        },
      },
    ],
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

export const compressed = (bundled: Uint8Array): number => brotliCompressSync(bundled).length
