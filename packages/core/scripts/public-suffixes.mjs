// Writes src/origin/public-suffix/public-suffix-data.ts from the Public Suffix List as the package tldts ships it.
// Without it the core would know about one label (`*.com`) only, and a policy could give `https://*.github.io` credentials.
//
//   pnpm --filter @cors/core public-suffixes     after an update of tldts
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const require = createRequire(import.meta.url)
const target = new URL('../src/origin/public-suffix/public-suffix-data.ts', import.meta.url)

/** A label of a suffix: its own rule, if there is one, and what stands to the left of it. */
const node = () => ({ kind: 'none', children: new Map() })

/** tldts keeps the list as a graph in flat arrays; this gives the rules back, labels from right to left. */
export const readRules = () => {
  const trie = require('tldts/dist/cjs/src/data/trie.js')
  const offsets = []
  let offset = 0
  for (const length of trie.edgeLength) {
    offsets.push(offset)
    offset += length
  }
  const collect = (at, labels, rules) => {
    if (trie.nodeFlags[at] !== 0) rules.push(labels)
    for (let edge = trie.edgeStart[at]; edge < trie.edgeStart[at + 1]; edge++) {
      const label = trie.labelText.slice(offsets[edge], offsets[edge] + trie.edgeLength[edge])
      collect(trie.edgeChild[edge], [...labels, label], rules)
    }
    return rules
  }
  return { rules: collect(trie.rulesRoot, [], []), exceptions: collect(trie.exceptionsRoot, [], []) }
}

/** Browsers write internationalised labels in punycode, so only that form can stand in an origin. */
export const ascii = (label) =>
  label === '*' ? label : new URL(`http://${label}.example`).hostname.slice(0, -'.example'.length)

const add = (root, labels, kind) => {
  let at = root
  for (const label of labels.map(ascii)) {
    if (!at.children.has(label)) at.children.set(label, node())
    at = at.children.get(label)
  }
  at.kind = kind
}

/** The grammar is explained where it is read: src/origin/public-suffix/public-suffix.ts. */
const write = ({ children }, isRoot) => {
  const labels = [...children.keys()].sort((left, right) => (left < right ? -1 : 1))
  const texts = labels.map((label) => {
    const child = children.get(label)
    // A top-level domain with nothing below is known without a list.
    if (isRoot && child.children.size === 0) return ''
    const name = child.kind === 'exception' ? `!${label}` : label
    return child.children.size === 0 ? name : `${name}${child.kind === 'none' ? '[' : '('}${write(child)})`
  })
  if (isRoot) return texts.filter((text) => text !== '').join(';')
  return texts.join(',').replaceAll('),', ')')
}

export const makePublicSuffixes = () => {
  const { rules, exceptions } = readRules()
  const root = node()
  for (const labels of rules) add(root, labels, 'rule')
  for (const labels of exceptions) add(root, labels, 'exception')
  return write(root, true)
}

/** The file's whole text. The date is when it was made, and no part of what a test compares. */
export const publicSuffixFile = (date) => {
  const { version } = JSON.parse(readFileSync(require.resolve('tldts/package.json'), 'utf8'))
  return `// Made by scripts/public-suffixes.mjs from tldts ${version} on ${date}. Do not edit.
// The Public Suffix List, https://publicsuffix.org, is subject to the Mozilla Public License, version 2.0.

/** All rules, ICANN's and private ones, as nested lists of labels: see public-suffix.ts. */
export const PUBLIC_SUFFIXES =
  '${makePublicSuffixes()}'
`
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  writeFileSync(target, publicSuffixFile(new Date().toISOString().slice(0, 10)))
  console.log(`Wrote ${fileURLToPath(target)}`)
}
