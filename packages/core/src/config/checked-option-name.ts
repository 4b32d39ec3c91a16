import type { CorsTypeError } from './checked-origin.js'

/** Of names from other libraries, and of slips, in lower case without `_` and `-`: the name here. */
interface RightNames {
  readonly origin: 'origins'
  readonly origins: 'origins'
  readonly alloworigin: 'origins'
  readonly alloworigins: 'origins'
  readonly allowedorigin: 'origins'
  readonly allowedorigins: 'origins'
  readonly method: 'methods'
  readonly methods: 'methods'
  readonly allowmethods: 'methods'
  readonly allowedmethods: 'methods'
  readonly headers: 'allowedHeaders'
  readonly allowheaders: 'allowedHeaders'
  readonly allowedheader: 'allowedHeaders'
  readonly allowedheaders: 'allowedHeaders'
  readonly exposeheaders: 'exposedHeaders'
  readonly exposedheader: 'exposedHeaders'
  readonly exposedheaders: 'exposedHeaders'
  readonly credentials: 'credentials'
  readonly allowcredentials: 'credentials'
  readonly supportscredentials: 'credentials'
  readonly withcredentials: 'credentials'
  readonly maxage: 'maxAge'
  readonly lookuptimeout: 'lookupTimeout'
}

/** Why an option of another library does not exist here. */
interface Reasons {
  readonly optionssuccessstatus: 'Remove it: the status is always 204, which every browser takes.'
  readonly preflightcontinue: 'Remove it: preflights are always answered; policy: false where the application answers them.'
}

type BesideThePolicy = 'policy' | 'onDecision' | 'vary' | 'samePolicyForAllMethods'

/** `max_age`, `Max-Age` and `maxage` are one slip. */
type Plain<Name> = Name extends `${infer Start}_${infer End}` | `${infer Start}-${infer End}`
  ? Plain<`${Start}${End}`>
  : Lowercase<Name & string>

/** What the editor says about an option that does not exist. */
export type UnknownOption<Name> = Name extends BesideThePolicy
  ? CorsTypeError<'It is an option of the adapters, beside the policy: { policy: { … }, … }.'>
  : Plain<Name> extends keyof RightNames
    ? CorsTypeError<`There is no such option. Write: ${RightNames[Plain<Name>]}.`>
    : Plain<Name> extends keyof Reasons
      ? CorsTypeError<`There is no such option. ${Reasons[Plain<Name>]}`>
      : CorsTypeError<'There is no such option.'>
