import { readFileSync } from 'node:fs'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import type { Problem } from './accepted-problems.js'
import type { PublicPackage } from './public-packages.js'

/** What `publint --strict` says about the packed archive. */
export async function publintProblems({ name }: PublicPackage, tarball: string): Promise<Problem[]> {
  const { buffer } = new Uint8Array(readFileSync(tarball))
  const { messages } = await publint({ pack: { tarball: buffer }, strict: true })
  return messages.map(({ code, path }) => ({
    tool: 'publint',
    code,
    package: name,
    entry: path.join('.'),
    resolution: '',
  }))
}

/** What "are the types wrong?" says about it: whether each resolution finds types that fit the code. */
export async function typeProblems({ name }: PublicPackage, tarball: string): Promise<Problem[]> {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))))
  if (!analysis.types) return [{ tool: 'attw', code: 'NoTypes', package: name, entry: '', resolution: '' }]
  return analysis.problems.map((problem) => ({
    tool: 'attw',
    code: problem.kind,
    package: name,
    entry: 'entrypoint' in problem ? problem.entrypoint : '',
    resolution: 'resolutionKind' in problem ? problem.resolutionKind : '',
  }))
}
