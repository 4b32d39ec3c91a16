import { adaptersIn } from './support/adapters-in.js'

adaptersIn('firefox', { fixedSeeds: [11, 12], policiesOfSeed: 5, callsOfPolicy: 34, cases: 500 })
