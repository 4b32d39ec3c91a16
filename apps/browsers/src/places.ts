import { sandboxPath } from './front/page-server.js'

/** Where a page is. */
export interface Place {
  readonly id: string
  readonly url: string
  /** As browsers serialise it. */
  readonly origin: string
  /** The page is the frame in what the URL shows. */
  readonly isSandboxed?: true
}

const place = (id: string, origin: string, url = origin): Place => ({ id, url: `${url}/`, origin })

/** The pages of the suite. */
export const places: readonly Place[] = [
  place('site', 'https://shop.example'),
  place('subdomain', 'https://www.shop.example'),
  place('sub-subdomain', 'https://a.b.shop.example'),
  place('odd port', 'https://shop.example:8443'),
  place('punycode', 'https://xn--bcher-kva.example', 'https://bücher.example'),
  place('cleartext', 'http://shop.example'),
  place('cleartext, odd port', 'http://www.shop.example:8080'),
  place('localhost', 'http://localhost:3000'),
  place('near miss', 'https://evilshop.example'),
  place('stranger', 'https://shop.example.stranger.test'),
  { id: 'no origin', url: `https://shop.example${sandboxPath}`, origin: 'null', isSandboxed: true },
]

/** Here HTTP/2 is spoken: Chromium streams no upload without it. */
export const http2Api = (subject: string): string => `https://${subject}.api.shop.example:9443`

export const isHttp2 = (origin: string): boolean => origin.endsWith(':9443')

/** The origins under which each subject answers; its id is the first label. */
const apis = (subject: string): readonly string[] => [
  `https://${subject}.api.shop.example`,
  `https://${subject}.api.shop.example:8443`,
  `https://${subject}.elsewhere.test:8443`,
  http2Api(subject),
  `http://${subject}.api.shop.example`,
  `http://${subject}.elsewhere.test:8080`,
]

/** Those that a page may call at all: what is not encrypted is blocked on an https page, as mixed content. */
export const apisFor = ({ url }: Place, subject: string): readonly string[] =>
  apis(subject).filter((origin) => origin.startsWith('https:') || url.startsWith('http:'))
