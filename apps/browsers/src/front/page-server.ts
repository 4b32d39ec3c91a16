import { type BrowserServer, startServer } from '@cors/browsers'

/** A page that holds another one without an origin of its own. */
export const sandboxPath = '/sandbox'

const html = (body: string): string => `<!doctype html><meta charset="utf-8"><title>A page</title>${body}`

/** The same empty page everywhere: what it does, the suite tells it. */
export const startPageServer = (): Promise<BrowserServer> =>
  startServer((request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(html(request.url === sandboxPath ? '<iframe sandbox="allow-scripts" src="/"></iframe>' : ''))
  })
