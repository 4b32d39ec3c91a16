import { CorsConfigError } from './config/config-error.js'

/**
 * `"https://a.example, https://b.example"`, as an environment variable has it, as an array for `origins`. The
 * origins themselves are checked with the rest of the configuration.
 *
 * @throws CorsConfigError if the text is missing or empty: an unset variable must stop the start, not open or
 *   close the server silently
 *
 * @example
 * createCorsPolicy({ origins: originsFromEnv(process.env.CORS_ORIGINS) })
 */
export const originsFromEnv = (text: string | undefined): string[] => {
  const given = typeof text === 'string' ? text : ''
  const origins = given
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean)
  if (origins.length > 0) return origins
  const message = 'It is missing or empty. Is an environment variable unset?'
  throw new CorsConfigError([{ code: 'origins-missing', path: ['origins'], value: text, message }])
}
