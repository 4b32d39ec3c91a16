import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    main: 'src/main.ts',
    child: 'src/child.ts',
    construct: 'src/construct.ts',
    'next-server': 'src/next-server.ts',
  },
  format: ['esm'],
  target: 'node20',
  clean: true,
})
