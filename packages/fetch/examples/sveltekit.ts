import { cors } from '@cors/fetch'

const withCors = cors({ origins: ['https://app.example.com'] })

/** The shape of SvelteKit's `Handle`, which `import type { Handle } from '@sveltejs/kit'` has. */
type Handle = <Event extends { readonly request: Request }>(input: {
  readonly event: Event
  resolve(event: Event): Response | Promise<Response>
}) => Promise<Response>

export const handle: Handle = ({ event, resolve }) => withCors(() => resolve(event))(event.request)
