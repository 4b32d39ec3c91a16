import { pageOrigin } from './exchange-case.js'

/** Who asks: the model or a browser. Each has its own URLs, so that no cache knows another's. */
const folders = (run: string, id: string): Readonly<Record<string, string>> => ({
  '{api}': `http://api.example/${run}/${id}`,
  '{other}': `http://other.example:8080/${run}/${id}`,
  '{page}': `${pageOrigin}/${run}/${id}`,
})

export const placed = (text: string, run: string, id: string): string =>
  Object.entries(folders(run, id)).reduce((result, [name, folder]) => result.replaceAll(name, folder), text)

/** The other way round: so that two runs can be compared. */
export const unplaced = (text: string, run: string, id: string): string =>
  Object.entries(folders(run, id)).reduce((result, [name, folder]) => result.replaceAll(folder, name), text)
