import { type Browser, launch } from 'puppeteer-core'
import type { BrowserName } from './find-browser.js'

export interface LaunchOptions {
  readonly executablePath: string
  /**
   * Which port of 127.0.0.1 answers for a port in a URL: `{ 80: 41234, 443: 41235 }`. Every host name leads to
   * 127.0.0.1, so a page may have any origin; ports that are not listed stay as they are.
   */
  readonly ports?: Readonly<Record<number, number>>
  /** `publicKeyHash` of the certificate that https servers use. */
  readonly certificateHash?: string
  /** A profile folder. Default: a fresh one. */
  readonly userDataDir?: string
}

/** A browser without a window, which asks no host but those of the suite. Chromium over CDP, Firefox over BiDi. */
export const launchBrowser = (browser: BrowserName, options: LaunchOptions): Promise<Browser> =>
  browser === 'chromium' ? launchChromium(options) : launchFirefox(options)

/** Whom Chromium calls by itself, whatever its flags: those names lead nowhere, not to a suite's server. */
const itsOwnHosts = ['*.google.com', '*.googleapis.com', '*.gvt1.com', '*.gstatic.com']

const launchChromium = ({
  executablePath,
  ports = {},
  certificateHash,
  userDataDir,
}: LaunchOptions): Promise<Browser> => {
  const rules = [
    ...itsOwnHosts.map((host) => `MAP ${host} ~NOTFOUND`),
    ...Object.entries(ports).map(([from, to]) => `MAP *:${from} 127.0.0.1:${to}`),
    'MAP * 127.0.0.1',
  ]
  return launch({
    executablePath,
    ...(userDataDir === undefined ? {} : { userDataDir }),
    args: [
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // An http page stays one.
      '--disable-features=HttpsUpgrades,HttpsFirstBalancedMode',
      `--host-resolver-rules=${rules.join(',')}`,
      // One key is trusted, not every one: with --ignore-certificate-errors Chromium caches no https page.
      ...(certificateHash === undefined ? [] : [`--ignore-certificate-errors-spki-list=${certificateHash}`]),
      // Chromium's sandbox refuses to start for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
}

const launchFirefox = ({ executablePath, ports = {}, userDataDir }: LaunchOptions): Promise<Browser> =>
  launch({
    browser: 'firefox',
    executablePath,
    ...(userDataDir === undefined ? {} : { userDataDir }),
    acceptInsecureCerts: true,
    // Release builds heed the address of the settings server below only with this.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1' },
    extraPrefsFirefox: {
      'network.dns.forceResolve': '127.0.0.1',
      'network.socket.forcePort': Object.entries(ports)
        .map(([from, to]) => `${from}=${to}`)
        .join(';'),
      // Without these a fresh Firefox calls home, and those calls would reach the suite's servers.
      'app.update.enabled': false,
      'browser.safebrowsing.malware.enabled': false,
      'browser.safebrowsing.phishing.enabled': false,
      'captivedetect.canonicalURL': '',
      'datareporting.healthreport.uploadEnabled': false,
      'dom.security.https_first': false,
      'dom.security.https_only_mode': false,
      'dom.security.https_first_schemeless': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'network.dns.disablePrefetch': true,
      'network.http.speculative-parallel-limit': 0,
      'network.predictor.enabled': false,
      // After a refused WebSocket it would wait before it opens the next one to that host.
      'network.websocket.delay-failed-reconnects': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'toolkit.telemetry.enabled': false,
    },
  })
