import { type InvalidCase, member } from '../case.js'

const wildcard = member('origin-wildcard-invalid')
const lookup = (expression: string): string => `(origin) => /^${expression}$/.test(origin)`

/** An asterisk where none can be, and regular expressions. */
export const WILDCARDS: readonly InvalidCase[] = [
  // Within a label: previews.
  wildcard(
    'aiwatch-386',
    'https://*-bentleys-projects.vercel.app',
    lookup('https:\\/\\/[a-z0-9-]+-bentleys-projects\\.vercel\\.app'),
  ),
  wildcard(
    'aiwatch-386',
    'https://aiwatch-dev-git-*.vercel.app',
    lookup('https:\\/\\/aiwatch-dev-git-[a-z0-9-]+\\.vercel\\.app'),
  ),
  wildcard(
    'lorekit-344',
    'https://lorekit-*-projects.vercel.app',
    lookup('https:\\/\\/lorekit-[a-z0-9-]+-projects\\.vercel\\.app'),
  ),
  wildcard(
    'lorekit-344',
    'https://LoreKit-*-Projects.vercel.app/',
    lookup('https:\\/\\/lorekit-[a-z0-9-]+-projects\\.vercel\\.app'),
  ),
  wildcard('lorekit-344', 'lorekit-*.vercel.app', lookup('https:\\/\\/lorekit-[a-z0-9-]+\\.vercel\\.app')),
  wildcard(
    'sejong-121',
    'https://meoknaeng-*-*.vercel.app',
    lookup('https:\\/\\/meoknaeng-[a-z0-9-]+-[a-z0-9-]+\\.vercel\\.app'),
  ),
  wildcard(
    'sejong-121',
    'https://a.*.example.com:8443',
    lookup('https:\\/\\/a\\.[a-z0-9-]+\\.example\\.com:8443'),
  ),
  wildcard('sejong-121', 'http://app-*.localhost:*', lookup('http:\\/\\/app-[a-z0-9-]+\\.localhost(:\\d+)?')),
  wildcard(
    'sejong-121',
    'https://*.app-*.example.com',
    lookup('https:\\/\\/[a-z0-9-]+\\.app-[a-z0-9-]+\\.example\\.com'),
  ),
  wildcard('sejong-121', 'https://*-*-*-*.vercel.app'),
  // Near the end: whoever can register a domain.
  wildcard('gin-CVE-2019-25211', 'https://example.com*'),
  wildcard('gin-CVE-2019-25211', 'http://localhost*'),
  wildcard('gin-106', 'https://example.*'),
  wildcard('gin-106', 'https://*.example.*'),
  wildcard('gin-106', 'https://app.exam*le.com'),
  wildcard('gin-106', 'http://127.0.0.*'),
  wildcard('gin-106', 'http://192.168.*.1:3000'),
  // A path.
  wildcard('gin-CVE-2019-25211', 'https://example.com/*', 'https://example.com'),
  wildcard('gin-CVE-2019-25211', 'http://localhost/*', 'http://localhost'),
  wildcard('gin-106', 'https://example.com/*/helloWorld', 'https://example.com'),
  wildcard('gin-106', 'https://*.example.com/*', 'https://*.example.com'),
  wildcard('cortex-6', 'http://localhost:*/*', 'http://localhost:*'),
  wildcard('gin-106', '*/helloWorld'),
  // No dot: a label is more than its end.
  wildcard('modelence-383', 'https://*example.com', 'https://*.example.com'),
  wildcard('modelence-383', '*example.com', 'https://*.example.com'),
  wildcard('modelence-383', 'https://*example.com:8443', 'https://*.example.com:8443'),
  wildcard('modelence-383', 'https://**.example.com', 'https://*.example.com'),
  wildcard('modelence-383', 'https://*.*.example.com', 'https://*.example.com'),
  wildcard('modelence-383', 'https://*.*.example.com:*', 'https://*.example.com:*'),
  // Everybody, in disguise.
  wildcard('envoy-2453', 'https://*'),
  wildcard('envoy-2453', 'http://*'),
  wildcard('envoy-2453', '**'),
  wildcard('envoy-2453', '*.*'),
  wildcard('envoy-2453', 'https://*.'),
  wildcard('envoy-2453', 'https://*:8443'),
  wildcard('envoy-2453', '*://*'),
  wildcard('rs-cors-197', 'h*'),
  // The scheme, other schemes, ports, addresses.
  wildcard('envoy-2453', '*://example.com', 'https://example.com'),
  wildcard('envoy-2453', 'http*://example.com', 'https://example.com'),
  wildcard('mcp-chrome-384', 'chrome-extension://*'),
  wildcard('mcp-chrome-384', 'moz-extension://*'),
  wildcard('mcp-chrome-384', 'capacitor://localhost:*'),
  wildcard('mcp-chrome-384', 'capacitor://*.localhost'),
  wildcard('cortex-6', 'http://localhost:3*'),
  wildcard('cortex-6', 'http://localhost:30*0'),
  wildcard('cortex-6', 'http://127.0.0.1:**', 'http://127.0.0.1:*'),
  wildcard('cortex-6', 'https://*.127.0.0.1', 'https://127.0.0.1'),
  wildcard('cortex-6', 'http://*.[::1]', 'http://[::1]'),
  // Regular expressions.
  wildcard('cors-412', /example\.com$/, 'https://*.example.com'),
  wildcard('cors-412', /\.example\.com$/, 'https://*.example.com'),
  wildcard('cors-412', /^https?:\/\/(.+\.)?example\.com$/, '"https://example.com", "https://*.example.com"'),
  wildcard('cors-42', /^(.*\.)?github\.com$/, 'https://*.github.com'),
  wildcard('rack-cors-86', /https:\/\/example\.co/, 'https://example.co'),
  wildcard('rack-cors-86', /https:\/\/example\.com/, 'https://example.com'),
  wildcard('starlette-800', /https:\/\/.*\.example\.org/, 'https://*.example.org'),
  wildcard('sanic-CVE-2026-37737', /https:\/\/trusted\.com/, 'https://trusted.com'),
  wildcard('sanic-CVE-2026-37737', /^https:\/\/example\.com(:\d+)?$/, 'https://example.com:*'),
  wildcard('npmx-1794', /^https:\/\/(.*)\.vercel\.app$/, 'https://*.vercel.app'),
  wildcard('npmx-1794', /^http:\/\/localhost:\d+$/, 'http://localhost:*'),
  wildcard('npmx-1794', /^http:\/\/127.0.0.1:\d+$/, 'http://127.0.0.1:*'),
  wildcard(
    'sejong-121',
    /https:\/\/meoknaeng-[^.]*-suhan-has-projects\.vercel\.app/,
    lookup('https:\\/\\/meoknaeng-[a-z0-9-]+-suhan-has-projects\\.vercel\\.app'),
  ),
  wildcard('mcp-chrome-384', /^chrome-extension:\/\//),
  wildcard('rack-cors-86', /.*/),
  wildcard('rack-cors-86', /^https:\/\/(app|www)\.example\.com$/),
]
