import { notFound } from '../../lib/handler'

/**
 * Next would render a page for what is not there, and on rendered pages it replaces the proxy's `Vary`. A route
 * handler keeps it.
 */
export const GET = notFound
export const POST = notFound
export const PUT = notFound
export const DELETE = notFound
export const PATCH = notFound
export const OPTIONS = notFound
