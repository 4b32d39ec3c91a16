/** A configuration as one would write it in TypeScript. */
export const sourceText = (value: unknown): string =>
  JSON.stringify(value, null, 2)
    .replace(/"(\w+)":/g, '$1:')
    .replaceAll('"', "'")
    // Short lists on one line.
    .replace(/\[\s+([^[\]{}]{1,70}?)\s+\]/g, (_, members: string) => `[${members.replace(/\s+/g, ' ')}]`)
