import { readFileSync, writeFileSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import { defineConfig, type Options } from 'tsup'

/**
 * tsup makes CommonJS by way of sucrase, whose source maps name the file itself by its absolute path. What is
 * published must not tell, nor depend on, the folder in which it was built.
 */
const relativeSourceMaps: NonNullable<Options['plugins']>[number] = {
  name: 'relative-source-maps',
  buildEnd({ writtenFiles }) {
    const relative = (path: string): string => (isAbsolute(path) ? basename(path) : path)
    for (const { name } of writtenFiles) {
      if (!name.endsWith('.cjs.map')) continue
      const map: { file: string; sources: string[] } = JSON.parse(readFileSync(name, 'utf8'))
      const { file, sources } = map
      writeFileSync(name, JSON.stringify({ ...map, file: relative(file), sources: sources.map(relative) }))
    }
  },
}

/** How every published package is built: ESM and CommonJS, types for both, no bundled dependency. */
export const packageBuild = (
  entry: Record<string, string>,
  options: Options = {},
): ReturnType<typeof defineConfig> =>
  defineConfig({
    entry,
    format: ['esm', 'cjs'],
    // One copy of each class and symbol, whichever entry is loaded first: CorsConfigError thrown through
    // the adapter entry is the one that the main entry exports, in CommonJS, too.
    splitting: true,
    target: 'node20',
    platform: 'neutral',
    sourcemap: true,
    plugins: [relativeSourceMaps],
    clean: true,
    esbuildOptions(esbuild, { format }) {
      // tsup splits CommonJS by way of sucrase, which turns `?.` and `??` into calls of closures, also on
      // the path of each request. Where esbuild has written them out before, nothing is left to turn.
      if (format === 'cjs') esbuild.supported = { 'optional-chain': false, 'nullish-coalescing': false }
    },
    // tsup still passes `baseUrl`, which TypeScript 6 deprecates.
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    ...options,
  })
