import { type InvalidCase, invalid, member, option } from '../case.js'

const list = member('origin-invalid')
const origins = (source: Parameters<typeof invalid>[0], value: unknown, suggestion?: string | RegExp) =>
  invalid(source, { origins: value }, ['config-type', ['origins'], suggestion])
const unset: undefined = undefined

/** What environment variables become: one text, nothing, or a text where another type belongs. */
export const ENVIRONMENT: readonly InvalidCase[] = [
  // Unset.
  invalid('launch-kit-73', { origins: unset }, ['origins-missing', ['origins']]),
  invalid('ay-framework-354', { origins: [] }, ['origins-missing', ['origins']]),
  invalid('ay-framework-354', { origins: [unset, ''].filter(Boolean) }, ['origins-missing', ['origins']]),
  invalid('launch-kit-73', { origins: [unset] }, ['origin-invalid', ['origins', 0]]),
  invalid('launch-kit-73', { origins: [''] }, ['origin-invalid', ['origins', 0]]),
  invalid(
    'launch-kit-73',
    { origins: ['', unset] },
    ['origin-invalid', ['origins', 0]],
    ['origin-invalid', ['origins', 1]],
  ),
  invalid('launch-kit-73', { origins: unset, credentials: true }, ['origins-missing', ['origins']]),
  invalid('launch-kit-73', { origins: ['https://app.example', unset], credentials: true }, [
    'origin-invalid',
    ['origins', 1],
  ]),
  list('launch-kit-73', 'undefined'),
  list('launch-kit-73', ' '),
  list('ay-framework-354', `https://${unset}:3000`.replace('undefined', '')),
  origins('launch-kit-73', ''),
  origins('launch-kit-73', null),
  // One text.
  origins('unleash-158', 'https://a.com', '["https://a.com"]'),
  origins('unleash-158', 'https://a.com,https://b.com', '["https://a.com", "https://b.com"]'),
  origins('unleash-158', 'https://a.com, https://B.com/', '["https://a.com", "https://b.com"]'),
  origins('django-414', 'http://localhost:3000', '["http://localhost:3000"]'),
  origins(
    'secobserve-2307',
    'localhost:3000,app.example.com',
    '["http://localhost:3000", "https://app.example.com"]',
  ),
  origins('secobserve-2307', 'https://a.com,,', '["https://a.com"]'),
  origins('fastify-cors-243', 'null'),
  origins('cors-323', '["http://localhost:5173"]', '["http://localhost:5173"]'),
  list('unleash-158', 'https://a.com,https://b.com', '"https://a.com", "https://b.com"'),
  list('unleash-158', 'https://a.com,', 'https://a.com'),
  list('cors-323', '["http://localhost:5173"]', 'http://localhost:5173'),
  list(
    'cors-plug-15',
    'http://localhost:8080 http://localhost:8880',
    '"http://localhost:8080", "http://localhost:8880"',
  ),
  list('cors-plug-15', 'https://a.com\thttps://b.com', '"https://a.com", "https://b.com"'),
  list('cors-plug-15', 'https://a.com;https://b.com', '"https://a.com", "https://b.com"'),
  list('cors-plug-15', 'https://a.com/?to=https://b.com', 'https://a.com'),
  // A text where a list belongs.
  option('methods', 'config-type')('cors-261', 'GET,POST,PATCH,DELETE', '["GET", "POST", "PATCH", "DELETE"]'),
  option('methods', 'config-type')('cors-261', 'put', '["PUT"]'),
  option('methods', 'config-type')('cors-261', ''),
  option('allowedHeaders', 'config-type')(
    'cors-89',
    'Content-Type, Authorization',
    '["Content-Type", "Authorization"]',
  ),
  option('allowedHeaders', 'config-type')('cors-89', 'x-api-key', '["x-api-key"]'),
  option('exposedHeaders', 'config-type')(
    'cors-89',
    'Content-Range,X-Content-Range',
    '["Content-Range", "X-Content-Range"]',
  ),
  // A text where a number or a boolean belongs.
  option('credentials', 'config-type')('ay-framework-354', 'true', 'true'),
  option('credentials', 'config-type')('ay-framework-354', 'false', 'false'),
  option('credentials', 'config-type')('ay-framework-354', '1'),
  option('credentials', 'config-type')('ay-framework-354', ''),
  option('dangerouslyAllowInsecureOrigins', 'config-type')('ay-framework-354', 'false', 'false'),
  option('dangerouslyAllowPublicSuffixes', 'config-type')('ay-framework-354', 'yes'),
  option('maxAge', 'max-age-invalid')('ay-framework-354', '600', '600'),
  option('maxAge', 'max-age-invalid')('ay-framework-354', ''),
  option('maxAge', 'max-age-invalid')('ay-framework-354', Number.NaN),
  option('lookupTimeout', 'lookup-timeout-invalid')('ay-framework-354', '5000', '5000'),
]
