import { runConformance } from '@cors/conformance'
import { afterAll, beforeAll, describe, it, vi } from 'vitest'
import { hono, plainHandler } from './support/subjects.js'

beforeAll(() => {
  // Failures are reported there; fetch-only.test.ts looks at it.
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

for (const subject of [plainHandler, hono]) runConformance(subject, { describe, it, beforeAll, afterAll })
