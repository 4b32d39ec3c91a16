'use strict'

// `npm start` and `npm test` begin here, before anything is installed and on whatever Node there is.
// This file and node-version.cjs are ES5, so that an old Node prints a sentence and not a syntax error.

var complaint = require('./node-version.cjs').complaint
var manifest = require('../../package.json')

var problem = complaint(process.version, manifest.engines.node)
if (problem) {
  console.error(problem)
  process.exitCode = 1
} else {
  require('./load.cjs')
}
