import { type CaseSet, runConformance } from '@cors/conformance'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { kit15, kit16 } from './support/apps.js'
import { kitSubject, type Mode } from './support/kit-subject.js'
import { skips } from './support/skips.js'

const modes: readonly (readonly [Mode, readonly CaseSet[]])[] = [
  ['proxy', ['policy', 'options', 'start-up']],
  ['handlers', ['policy', 'options', 'start-up']],
  ['routes', ['routes', 'start-up']],
  ['pages', ['policy', 'options', 'start-up']],
]

for (const app of [kit16, kit15]) {
  for (const [mode, sets] of modes) {
    const subject = kitSubject(app, mode, sets, skips[app.name][mode])
    runConformance(subject, { describe, it, beforeAll, afterAll })
    afterAll(subject.close)
  }
}
