import { credentialed, type InvalidCase, invalid } from '../case.js'

const insecure = credentialed('origin-insecure-with-credentials')
const suffix = credentialed('origin-public-suffix-with-credentials')

/** Origins that others can speak for, with the user's cookies. */
export const CREDENTIALS: readonly InvalidCase[] = [
  insecure('django-259', 'http://example.com', 'https://example.com'),
  insecure('django-259', 'http://example.com:8080', 'https://example.com:8080'),
  insecure('django-259', 'http://example.com:443', 'https://example.com'),
  insecure('django-259', 'http://*.example.com', 'https://*.example.com'),
  insecure('django-259', 'http://example.com:*', 'https://example.com:*'),
  insecure('django-259', 'http://192.168.0.10:3000', 'https://192.168.0.10:3000'),
  insecure('django-259', 'http://0.0.0.0:3000', 'https://0.0.0.0:3000'),
  insecure('django-259', 'http://[fe80::1]', 'https://[fe80::1]'),
  insecure('mcp-chrome-384', 'http://127.0.0.1.evil.com', 'https://127.0.0.1.evil.com'),
  insecure('mcp-chrome-384', 'http://localhost.evil.com', 'https://localhost.evil.com'),
  insecure('mcp-chrome-384', 'http://notlocalhost:3000', 'https://notlocalhost:3000'),
  insecure('cors-412', 'http://evil-localhost', 'https://evil-localhost'),
  suffix('resgrid-457', 'https://*.github.io'),
  suffix('resgrid-457', 'https://*.github.io:*'),
  suffix('npmx-1794', 'https://*.vercel.app'),
  suffix('aiwatch-386', 'https://*.vercel.app:8443'),
  suffix('fearless-cors', 'https://*.com'),
  suffix('fearless-cors', 'https://*.co.uk'),
  suffix('fearless-cors', 'https://*.xn--p1ai'),
  suffix('fearless-cors', 'https://*.anything.ck'),
  suffix('fearless-cors', 'https://*.kawasaki.jp'),
  suffix('fearless-cors', 'https://*.s3.amazonaws.com'),
  suffix('fearless-cors', 'https://*.amazonaws.com'),
  suffix('fearless-cors', 'https://*.pages.dev'),
  suffix('fearless-cors', 'https://*.netlify.app'),
  suffix('fearless-cors', 'https://*.herokuapp.com'),
  suffix('psl-glitch', 'https://*.glitch.me'),
  suffix('psl-csb', 'https://*.csb.app'),
  suffix('codesandbox-3751', 'https://*.codesandbox.io'),
  suffix('stackblitz-1303', 'https://*.stackblitz.io'),
  suffix('localtunnel-397', 'https://*.loca.lt'),
  suffix('zendesk', 'https://*.zendesk.com'),
  invalid(
    'fearless-cors',
    { origins: ['http://*.com'], credentials: true },
    ['origin-insecure-with-credentials', ['origins', 0]],
    ['origin-public-suffix-with-credentials', ['origins', 0]],
  ),
  invalid(
    'fearless-cors',
    { origins: ['http://*.com'], credentials: true, dangerouslyAllowInsecureOrigins: true },
    ['origin-public-suffix-with-credentials', ['origins', 0]],
  ),
  invalid(
    'resgrid-457',
    [
      { origins: ['https://app.example'] },
      { origins: ['https://b.example', 'https://*.github.io'], credentials: true },
    ],
    ['origin-public-suffix-with-credentials', [1, 'origins', 1]],
  ),
]
