import type { CallGroup, Page, PageId } from '@cors/app-service'
import type { CorsConfig } from '@cors/core'

export interface DemoPage extends Pick<Page, 'id' | 'title' | 'standing'> {
  readonly origin: string
}

export interface DemoService {
  readonly id: string
  readonly title: string
  /** Where browsers find it: the recording proxy before it. Without a trailing slash. */
  readonly url: string
}

/** What all pages of a running demo share. */
export interface DemoSite {
  readonly pages: readonly DemoPage[]
  readonly services: readonly DemoService[]
  /** The policy of the services. */
  readonly policy: CorsConfig
}

/** A policy of the services, and where it holds. */
export interface ShownPolicy {
  readonly scope: string
  readonly policy: CorsConfig | false
}

/** What a page gets from its own server. */
export interface PageDescription extends Omit<DemoSite, 'policy'> {
  /** Which of the pages it is. */
  readonly page: PageId
  readonly policies: readonly ShownPolicy[]
  readonly groups: readonly CallGroup[]
  /** Begins the tokens of this visit's calls, so that two visits are never mixed up. */
  readonly visit: string
}
