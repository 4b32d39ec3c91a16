import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** A cache that runs, with one service behind it. */
export interface RunningCache {
  /** Without a trailing slash. */
  readonly url: string
  close(): Promise<void>
}

/**
 * A cache as its package installs it. It keeps what the service answers to GET for a minute, whatever
 * `Cache-Control` says: the shop's answers are private, and here only `Vary` may tell them apart. It says in
 * `x-cache` whether an answer was stored before: `HIT`.
 */
export interface SharedCache {
  readonly name: string
  readonly program: string
  /** Does it store what varies by `Origin`, each answer for its own? Otherwise it stores nothing of the kind. */
  readonly storesByOrigin: boolean
  start(program: string, upstreamPort: number): Promise<RunningCache>
}

/** Debian has servers where a user's PATH does not lead. */
const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

/** The path of a program, if it is installed. */
export const findProgram = (name: string): string | undefined =>
  folders
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path))
