/** Where engines differ from the standard, or the standard leaves the choice to them. */
export interface Engine {
  readonly name: string
  /**
   * The standard wants `Authorization` named in `Access-Control-Allow-Headers`. Chromium and Firefox let `*`
   * cover it (without credentials), and only warn.
   *
   * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
   * @see https://chromestatus.com/feature/5742041264816128
   * @see https://bugzilla.mozilla.org/show_bug.cgi?id=1687364
   * @see https://github.com/whatwg/fetch/issues/1919
   */
  readonly wildcardCoversAuthorization: boolean
  /** The longest that a preflight's answer is kept, in seconds. */
  readonly maxAgeLimit: number
}

/** To the letter. The standard names no limit; a day is what the most generous engine has. */
export const standardEngine: Engine = {
  name: 'standard',
  wildcardCoversAuthorization: false,
  maxAgeLimit: 86_400,
}

export const chromiumEngine: Engine = {
  name: 'chromium',
  wildcardCoversAuthorization: true,
  maxAgeLimit: 7_200,
}

export const firefoxEngine: Engine = {
  name: 'firefox',
  wildcardCoversAuthorization: true,
  maxAgeLimit: 86_400,
}
