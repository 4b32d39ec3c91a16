'use strict'

// ES5: see run.cjs.

/**
 * @param {string} version as in 'v20.19.0'
 * @returns {number[]} major, minor, patch
 */
function numbers(version) {
  return version
    .replace(/^[^0-9]*/, '')
    .split('.')
    .map(function (part) {
      return parseInt(part, 10) || 0
    })
}

/**
 * @param {string} version the version that runs
 * @param {string} range the `engines.node` of package.json: '>=' and a version
 * @returns {string | undefined} one line, or nothing if the version will do
 */
function complaint(version, range) {
  var actual = numbers(version)
  var required = numbers(range)
  var i, difference
  for (i = 0; i < 3; i++) {
    difference = (actual[i] || 0) - (required[i] || 0)
    if (difference > 0) return undefined
    if (difference < 0) {
      return (
        'Node ' + range.slice(2) + ' or newer is needed, and this is ' + version + ': see https://nodejs.org'
      )
    }
  }
  return undefined
}

module.exports = { complaint: complaint }
