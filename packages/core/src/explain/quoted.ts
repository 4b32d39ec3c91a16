import { visible } from '../config/visible.js'

/** Text of a request or a configuration as a person reads it, and never so long that it hides the sentence. */
export const quoted = (text: string): string =>
  visible(JSON.stringify(text.length > 120 ? `${text.slice(0, 119)}…` : text))
