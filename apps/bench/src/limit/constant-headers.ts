import { HEADERS, MAX_AGE, METHODS } from '../scenarios/requests.js'
import type { Work } from '../scenarios/scenario.js'

/** The headers of the one known answer: names in lower case and values alternate, as `writeHead` takes them. */
export const constantHeaders = ({ answer, origin, policy }: Work): string[] => {
  if (answer === 'non-cors' || answer === 'denied') return ['vary', 'Origin']
  const allowed = [
    ...['access-control-allow-origin', origin],
    ...['access-control-allow-credentials', 'true'],
  ]
  if (answer === 'allowed') return [...allowed, 'vary', 'Origin']
  return [
    ...allowed,
    ...['access-control-allow-methods', ['GET', 'HEAD', 'POST', ...METHODS].join(', ')],
    // Where any header is allowed, the requests here ask for more of them than is ever sent back.
    ...(policy.anyHeader === true ? [] : ['access-control-allow-headers', HEADERS.join(', ')]),
    ...['access-control-max-age', String(MAX_AGE)],
    ...['vary', 'Origin, Access-Control-Request-Method'],
  ]
}
