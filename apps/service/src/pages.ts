export type PageId = 'shop' | 'preview' | 'stranger'

/** A page that calls the services. All show the same; they differ in their origin. */
export interface Page {
  readonly id: PageId
  readonly title: string
  readonly hostname: string
  /** Added to the demo's first port. */
  readonly portOffset: 0 | 1
  /** What the shop's policy says about its origin. */
  readonly standing: string
}

/** The shop's own front end. */
export const shopPage: Page = {
  id: 'shop',
  title: 'The shop',
  hostname: 'localhost',
  portOffset: 0,
  standing: 'listed',
}

export const pages: readonly Page[] = [
  shopPage,
  {
    id: 'preview',
    title: 'A preview of the shop',
    hostname: 'pr-7.preview.localhost',
    portOffset: 0,
    standing: 'matches a pattern',
  },
  {
    id: 'stranger',
    title: 'A stranger’s page',
    hostname: 'localhost',
    portOffset: 1,
    standing: 'not listed',
  },
]

export const pageOrigin = ({ hostname }: Page, port: number): string => `http://${hostname}:${port}`
