import { runConformance } from '@cors/conformance'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { kit15, kit16 } from './support/apps.js'
import { kitSubject } from './support/kit-subject.js'

const api = { describe, it, beforeAll, afterAll }

for (const app of [kit16, kit15]) {
  for (const [mode, sets, skip] of [
    ['proxy', ['policy', 'options', 'start-up'], []],
    ['handlers', ['policy', 'options', 'start-up'], []],
    ['routes', ['routes', 'start-up'], []],
    ['pages', ['policy', 'options', 'start-up'], []],
  ] as const) {
    const subject = kitSubject(app, mode, sets, skip)
    runConformance(subject, api)
    afterAll(subject.close)
  }
}
