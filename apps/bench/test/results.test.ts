import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { resultsDocument } from '../src/report/document.js'
import { plot } from '../src/report/plot.js'
import { withSummary } from '../src/report/summary.js'
import { FOLDER, readResults } from '../src/results.js'

const results = readResults()

test("the README's table is of the results that are here", () => {
  const readme = readFileSync('../../README.md', 'utf8')
  expect(withSummary(readme, results)).toBe(readme)
  expect(readme).toMatch(/^\| Fastify, `@fastify\/cors` : ours /m)
})

test('and so is the page of results', () => {
  expect(readFileSync(`${FOLDER}results.md`, 'utf8')).toBe(resultsDocument(results))
})

test('and the plot', () => {
  const rows = results.listener.filter(({ framework }) => framework === 'node')
  expect(readFileSync(`${FOLDER}cost.svg`, 'utf8')).toBe(plot(rows, 'cors', '@cors/node'))
})

test('nothing of the machine but its processor is told', () => {
  const told = ['cores', 'date', 'memoryGigabytes', 'node', 'platform', 'processor', 'versions']
  expect(Object.keys(results.environment).sort()).toEqual(told)
})
