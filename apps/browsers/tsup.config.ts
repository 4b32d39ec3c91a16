import { defineConfig } from 'tsup'

/** Only what is started as a process of its own. */
export default defineConfig({
  entry: {
    express: 'src/subjects/express/main.ts',
    hono: 'src/subjects/hono/main.ts',
  },
  format: ['esm'],
  target: 'node20',
  clean: true,
})
