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
 * stands to its left. `(` if the label is a rule itself, `[` if it is none. Commas stand only between labels,
 * semicolons between top-level domains.
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

/**
 * What stands in the list for each top-level domain. Taken apart when first asked for, which only a policy with
 * credentials and a wildcard does.
 */
let lists: ReadonlyMap<string, string> | undefined

/** A policy names few of the 330 top-level domains, and to decode all costs as much as 1,000 patterns. */
const decoded = new Map<string, SuffixNode | undefined>()

const firstLabel = (list: string): string => {
  let end = 0
  while (end < list.length && !isDelimiter(list.charAt(end))) end++
  return list.slice(0, end)
}

/** `undefined` if there is no rule below it. */
const topLevelDomain = (label: string): SuffixNode | undefined =>
  decoded.get(label) ?? decodeTopLevelDomain(label)

const decodeTopLevelDomain = (label: string): SuffixNode | undefined => {
  lists ??= new Map(PUBLIC_SUFFIXES.split(';').map((list) => [firstLabel(list), list]))
  const list = lists.get(label)
  if (list === undefined) return undefined
  const root = decode(list)
  for (const suffix of ADDITIONAL_SUFFIXES) if (suffix.endsWith(`.${label}`)) addSuffix(root, suffix)
  const found = root.children?.get(label)
  decoded.set(label, found)
  return found
}

/**
 * The public suffix that `*.` before this domain covers, if any: the domain itself, or one below it, because
 * the wildcard stands for any number of labels. `*.amazonaws.com` covers everybody's buckets under
 * `s3.amazonaws.com`.
 *
 * @see https://github.com/publicsuffix/list/wiki/Format#formal-algorithm
 */
export const coveredPublicSuffix = (domain: string): string | undefined => {
  const lastDot = domain.lastIndexOf('.')
  let at = topLevelDomain(domain.slice(lastDot + 1))
  // Label by label from the right. To split the domain would cost twice as much, and lists have thousands.
  for (let end = lastDot; end > 0 && at !== undefined; ) {
    const dot = domain.lastIndexOf('.', end - 1)
    at = at.children?.get(domain.slice(dot + 1, end)) ?? at.children?.get('*')
    end = dot
  }
  return at && nearestRule(at, domain)
}

const nearestRule = (from: SuffixNode, domain: string): string | undefined => {
  const queue: [SuffixNode, string][] = [[from, domain]]
  for (const [at, suffix] of queue) {
    if (at.isRule) return suffix
    for (const [label, child] of at.children ?? []) queue.push([child, `${label}.${suffix}`])
  }
  return undefined
}
