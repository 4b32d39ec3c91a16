import { basename, dirname } from 'node:path'
import { workspaces } from '../commands/workspaces.mjs'

export interface PublicPackage {
  readonly name: string
  readonly folder: string
}

/** Everything below packages/ that npm would publish. */
export const publicPackages: readonly PublicPackage[] = workspaces()
  .filter(({ folder, manifest }) => basename(dirname(folder)) === 'packages' && manifest.private !== true)
  .map(({ folder, manifest }) => ({ folder, name: manifest.name }))
