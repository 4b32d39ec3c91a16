import { defineConfig, type ViteUserConfig } from 'vitest/config'

type TestOptions = NonNullable<ViteUserConfig['test']>

/**
 * How every workspace runs its tests. The JSON file is what `npm test` adds up, and what turbo keeps
 * beside the log, so that a suite answered from the cache still counts.
 */
export const suite = (options: TestOptions = {}): ViteUserConfig =>
  defineConfig({
    test: {
      include: ['test/**/*.test.ts'],
      reporters: ['default', 'json'],
      outputFile: { json: 'test-results.json' },
      // No test asserts time: these only end a hang. Continuous integration runs property tests longer.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      ...options,
    },
  })
