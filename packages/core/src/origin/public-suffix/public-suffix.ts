import { ADDITIONAL_SUFFIXES } from './additional-suffixes.js'
import { PUBLIC_SUFFIXES } from './public-suffix-data.js'

/** A label, read from the right: is there a rule for it, and which labels stand to its left? An exception is no rule. */
interface SuffixNode {
  isRule: boolean
  /** Most have none, and 11,000 empty maps would be most of what a start-up pays for the list. */
  children: Map<string, SuffixNode> | undefined
}

const addChild = (at: SuffixNode, label: string, isRule: boolean): SuffixNode => {
  const child: SuffixNode = { isRule, children: undefined }
  at.children ??= new Map()
  at.children.set(label, child)
  return child
}

const isDelimiter = (character: string): boolean =>
  character === ',' || character === '(' || character === ')' || character === '['

/**
 * `jp(kobe[*,!city)co)` is `jp`, `*.kobe.jp`, `!city.kobe.jp` and `co.jp`: each label, then in brackets what
 * stands to its left. `(` if the label is a rule itself, `[` if it is none. Commas stand only between labels.
 */
const decode = (text: string): SuffixNode => {
  const root: SuffixNode = { isRule: false, children: undefined }
  const open = [root]
  let start = 0
  for (let index = 0; index <= text.length; index++) {
    const delimiter = text[index] ?? ','
    if (!isDelimiter(delimiter)) continue
    const at = open[open.length - 1] as SuffixNode
    const isException = text[start] === '!'
    const label = text.slice(isException ? start + 1 : start, index)
    start = index + 1
    if (label !== '') {
      const child = addChild(at, label, !isException && delimiter !== '[')
      if (delimiter === '(' || delimiter === '[') open.push(child)
    }
    if (delimiter === ')') open.pop()
  }
  return root
}

const addSuffix = (root: SuffixNode, suffix: string): void => {
  let at = root
  for (const label of suffix.split('.').reverse()) {
    at = at.children?.get(label) ?? addChild(at, label, false)
  }
  at.isRule = true
}

/** Decoded when first asked, which only a policy with credentials and a wildcard does. About 11,000 rules. */
let decoded: SuffixNode | undefined

const suffixes = (): SuffixNode => {
  if (decoded === undefined) {
    decoded = decode(PUBLIC_SUFFIXES)
    for (const suffix of ADDITIONAL_SUFFIXES) addSuffix(decoded, suffix)
  }
  return decoded
}

/**
 * The public suffix that `*.` before this domain covers, if any: the domain itself, or one below it, because
 * the wildcard stands for any number of labels. `*.amazonaws.com` covers everybody's buckets under
 * `s3.amazonaws.com`.
 *
 * @see https://github.com/publicsuffix/list/wiki/Format#formal-algorithm
 */
export const coveredPublicSuffix = (domain: string): string | undefined => {
  let at: SuffixNode | undefined = suffixes()
  // Label by label from the right. To split the domain would cost twice as much, and lists have thousands.
  for (let end = domain.length; end > 0; ) {
    const dot = domain.lastIndexOf('.', end - 1)
    at = at.children?.get(domain.slice(dot + 1, end)) ?? at.children?.get('*')
    if (at === undefined) return undefined
    end = dot
  }
  return nearestRule(at, domain)
}

const nearestRule = (from: SuffixNode, domain: string): string | undefined => {
  const queue: [SuffixNode, string][] = [[from, domain]]
  for (const [at, suffix] of queue) {
    if (at.isRule) return suffix
    for (const [label, child] of at.children ?? []) queue.push([child, `${label}.${suffix}`])
  }
  return undefined
}
