import { adaptersIn } from './support/adapters-in.js'

adaptersIn('chromium', { fixedSeeds: [1, 2, 3, 4], policiesOfSeed: 10, callsOfPolicy: 42, cases: 2000 })
