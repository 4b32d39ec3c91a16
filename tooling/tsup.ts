import { defineConfig, type Options } from 'tsup'

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
