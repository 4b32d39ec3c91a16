export interface Credentials {
  readonly user: string
  readonly password: string
}

/** The one customer of the shop. */
export const customer: Credentials = { user: 'ada', password: 'analytical engine' }

/** Who is signed in, in memory. */
export class Sessions {
  readonly #users = new Map<string, string>()

  /** @returns the value of the session's cookie; `undefined` where the credentials are wrong */
  signIn({ user, password }: Credentials): string | undefined {
    if (user !== customer.user || password !== customer.password) return undefined
    const id = crypto.randomUUID()
    this.#users.set(id, user)
    return id
  }

  /** @param id the cookie's value, if the request has one */
  user(id: string | undefined): string | undefined {
    return id === undefined ? undefined : this.#users.get(id)
  }
}

/** Cookies know no ports: all services on this host share one jar, so each has a name of its own. */
export const sessionCookie = (service: string): string => `session-${service}`

/** A page of another site must not act with it: CORS does not prevent that, `SameSite` does. */
export const sessionCookieAttributes = { path: '/', httpOnly: true, sameSite: 'lax' } as const
