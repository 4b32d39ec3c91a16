/** What is needed of the URL Standard's class. Structural, because core needs no DOM types. */
export interface ParsedUrl {
  readonly href: string
  readonly origin: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  hash: string
}

/** It is wherever `fetch` is. */
declare const URL: {
  new (url: string, base?: string): ParsedUrl
  canParse(url: string, base?: string): boolean
}

export const parseUrl = (url: string, base?: string): ParsedUrl | undefined =>
  URL.canParse(url, base) ? new URL(url, base) : undefined

export const withoutFragment = ({ href }: ParsedUrl): string => {
  const end = href.indexOf('#')
  return end < 0 ? href : href.slice(0, end)
}
