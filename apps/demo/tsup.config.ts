import { defineConfig } from 'tsup'

const shared = { format: 'esm', sourcemap: true, clean: true } as const

export default defineConfig([
  { ...shared, entry: { main: 'src/main.ts' }, target: 'node20', platform: 'node', outDir: 'dist' },
  {
    ...shared,
    entry: { main: 'src/page/main.ts' },
    target: 'es2022',
    platform: 'browser',
    outDir: 'dist/page',
    publicDir: 'src/page/static',
  },
])
