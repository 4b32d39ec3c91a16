import { covers } from '../meaning/origins.js'
import type { Policy, Rule } from '../meaning/policy.js'
import { places } from '../places.js'
import type { Random } from './random.js'

const exact = places.map(({ origin }) => origin).filter((origin) => origin !== 'null')

const wide: readonly string[] = [
  'https://*.shop.example',
  'https://*.b.shop.example',
  'https://*.shop.example:*',
  'https://shop.example:*',
  'https://*.shop.example:8443',
  'http://*.shop.example:*',
  'http://*.shop.example:8080',
  'http://localhost:*',
  'https://*.xn--bcher-kva.example',
  'https://*.stranger.test',
]

/** Not the page's, though it looks like it. */
const others: readonly string[] = [
  'https://shop.example:444',
  'http://localhost',
  'https://www.shop.example:8443',
  'https://shop.example.test',
  'capacitor://localhost',
]

export const methodNames = ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'CHICKEN'] as const

export const unsafeHeaderNames = ['X-One', 'X-Two', 'If-None-Match', 'Authorization'] as const

const headerNames = [...unsafeHeaderNames, 'Content-Type', 'Accept', 'Accept-Language', 'Range'] as const

const exposedNames = ['ETag', 'X-One', 'X-Two', 'Location', 'X-Served-By', 'Date', 'Retry-After'] as const

/** A valid policy of one to three rules. */
export const generatePolicy = (random: Random): Policy => {
  const rules: Rule[] = []
  const count = random.pick([1, 1, 2, 2, 3])
  for (let index = 0; index < count; index++) {
    const isLast = index === count - 1
    const origins = isLast && random.chance(0.3) ? '*' : generateOrigins(random, rules)
    if (origins.length > 0) rules.push(generateRule(random, origins))
  }
  return rules.length > 0 ? rules : [generateRule(random, '*')]
}

/** A pattern that an earlier rule covers would be refused: it could never decide. */
const generateOrigins = (random: Random, earlier: readonly Rule[]): readonly string[] => {
  const patterns = [...random.some(exact, 0.5), ...random.some(wide, 0.2), ...random.some(others, 0.1)]
  const taken = earlier.flatMap(({ origins }) => (origins === '*' ? [] : origins))
  return patterns.filter((pattern) => !taken.some((other) => covers(other, pattern)))
}

const generateRule = (random: Random, origins: '*' | readonly string[]): Rule => {
  const credentials = origins !== '*' && random.chance(0.6)
  return {
    origins,
    ...(credentials ? { credentials, dangerouslyAllowInsecureOrigins: true } : {}),
    ...optional('methods', random.chance(0.25) ? '*' : random.some(methodNames, 0.6)),
    ...optional('allowedHeaders', generateAllowedHeaders(random)),
    ...optional('exposedHeaders', !credentials && random.chance(0.3) ? '*' : random.some(exposedNames, 0.4)),
    ...(random.chance(0.5) ? { maxAge: random.pick([0, 5, 600, 86_400]) } : {}),
  }
}

const generateAllowedHeaders = (random: Random): '*' | readonly string[] => {
  if (random.chance(0.2)) return '*'
  return random.chance(0.1) ? ['*', 'Authorization'] : random.some(headerNames, 0.65)
}

const optional = <Name extends string>(name: Name, value: '*' | readonly string[]): object =>
  value.length === 0 ? {} : { [name]: value }
