'use strict'

// Apart from run.cjs, because an old Node cannot parse `import()`.
import('./main.mjs')
