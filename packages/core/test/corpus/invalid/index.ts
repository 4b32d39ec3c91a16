import type { InvalidCase } from '../case.js'
import { ANY_ORIGIN } from './any-origin.js'
import { CREDENTIALS } from './credentials.js'
import { ENVIRONMENT } from './environment.js'
import { NAMES_AND_NUMBERS } from './names-and-numbers.js'
import { NO_ORIGIN } from './no-origin.js'
import { OTHER_LIBRARIES } from './other-libraries.js'
import { RULES_AND_TYPES } from './rules-and-types.js'
import { SPELLING } from './spelling.js'
import { WILDCARDS } from './wildcards.js'

export const INVALID: Readonly<Record<string, readonly InvalidCase[]>> = {
  'Everybody with credentials': ANY_ORIGIN,
  'Written differently': SPELLING,
  'No origin': NO_ORIGIN,
  'Asterisks and expressions': WILDCARDS,
  'From the environment': ENVIRONMENT,
  'Names and numbers': NAMES_AND_NUMBERS,
  'Others can speak for it': CREDENTIALS,
  'Options of other libraries': OTHER_LIBRARIES,
  'Rules and types': RULES_AND_TYPES,
}
