/** What each route does. Handlers that answer set `x-handler: ran`; see `createHandlers`. */
export const behaviours = {
  ok: 'Answers 200 with the text "ok".',
  created: 'Answers 201 with the text "created".',
  'no-content': 'Answers 204 without a body.',
  redirect: 'Answers 302 to /ok, by the means that the framework has for redirects.',
  'not-modified': 'Answers 304 without a body.',
  options: 'Answers 200 with the text "options": the application\'s own handler for OPTIONS.',
  stream: 'Streams the three pieces "one", "two", "three".',
  events: 'Sends two server-sent events and ends.',
  raw: 'Answers 200 with the text "raw", past the reply object of the framework if it has one.',
  throw: 'Throws while it runs: the framework answers 500 by its usual error handling.',
  reject: 'Throws after waiting for something: the same as far as the framework lets it be.',
  'own-vary': 'Answers 200 and sets `Vary: Accept-Encoding`.',
  'own-vary-any': 'Answers 200 and sets `Vary: *`.',
  'own-vary-origin': 'Answers 200 and sets `Vary: accept-encoding, origin`.',
  'own-cors-headers': 'Answers 200 and sets CORS response headers by hand; see `ownCorsHeaders`.',
  'bad-request': 'Is refused with 400 by validation. The handler does not run.',
  json: "Reads a JSON body by the framework's parser; malformed JSON is 400, and the handler does not run.",
  unauthorized:
    'Is refused with 401 by a guard, or by a hook added after the adapter. The handler does not run.',
  early:
    'Is refused with 401 by a hook or middleware that was added before the adapter. The handler does not run.',
} as const

export type Behaviour = keyof typeof behaviours
