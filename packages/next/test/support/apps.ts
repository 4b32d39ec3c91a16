import { createHash } from 'node:crypto'
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { routePolicyCases, routes } from '@cors/conformance'

export const packageDirectory: string = fileURLToPath(new URL('../..', import.meta.url))

/** An application that the tests build with `next build`. */
export interface App {
  readonly name: string
  /** Which of the package's own dependencies is its Next.js. */
  readonly next: 'next' | 'next-15'
  /** Where its files are. */
  readonly folder: string
  /** The file that Next asks about each request, and where in the fixture it is. */
  readonly entry?: { readonly from: string; readonly to: string }
  /** Does it offer the routes of the conformance kit? */
  readonly offersKit?: boolean
}

export const kit16 = {
  name: 'kit-16',
  next: 'next',
  folder: 'test/fixtures/kit',
  entry: { from: 'entry/proxy.ts', to: 'proxy.ts' },
  offersKit: true,
} as const satisfies App

/** The lowest version, with middleware on the edge runtime. */
export const kit15 = {
  name: 'kit-15',
  next: 'next-15',
  folder: 'test/fixtures/kit',
  entry: { from: 'entry/middleware.ts', to: 'middleware.ts' },
  offersKit: true,
} as const satisfies App

/** The application of the README, as it stands there. */
export const example = { name: 'example', next: 'next', folder: 'examples/app' } as const satisfies App

export const directoryOf = ({ name }: App): string => join(packageDirectory, '.apps', name)

export const nextDirectory = ({ next }: App): string =>
  realpathSync(join(packageDirectory, 'node_modules', next))

const sources = ({ folder, next }: App): readonly string[] => [
  join(packageDirectory, folder),
  join(packageDirectory, 'test/support/apps.ts'),
  join(packageDirectory, 'dist'),
  join(packageDirectory, '../core/dist'),
  join(packageDirectory, '../conformance/dist'),
  join(packageDirectory, 'node_modules', next, 'package.json'),
]

/** Changes when anything does of which the built application is made. */
export const fingerprint = (app: App): string => {
  const hash = createHash('sha256').update(JSON.stringify(app)).update(process.version)
  for (const source of sources(app)) {
    for (const file of filesOf(source))
      hash.update(`\0${relative(source, file)}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

const filesOf = (path: string): readonly string[] => {
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch {
    return [path]
  }
}

/** Write the application anew: with `@cors/next` in its node_modules, as npm would put it there. */
export const writeApp = (app: App): string => {
  const directory = directoryOf(app)
  rmSync(directory, { recursive: true, force: true })
  cpSync(join(packageDirectory, app.folder), directory, { recursive: true })
  cpSync(join(packageDirectory, 'test/fixtures/tsconfig.json'), join(directory, 'tsconfig.json'))
  if (app.entry !== undefined) {
    cpSync(join(directory, app.entry.from), join(directory, app.entry.to))
    rmSync(join(directory, dirname(app.entry.from)), { recursive: true })
  }
  // A package of its own, so that `@cors/next` does not mean the package around it.
  writeFileSync(
    join(directory, 'package.json'),
    JSON.stringify({ name: app.name, private: true, type: 'module' }),
  )
  const installed = join(directory, 'node_modules/@cors/next')
  for (const part of ['package.json', 'dist']) {
    cpSync(join(packageDirectory, part), join(installed, part), { recursive: true })
  }
  if (app.next !== 'next') symlinkSync(nextDirectory(app), join(directory, 'node_modules/next'))
  if (app.offersKit === true) writeKitRoutes(join(directory, 'app'))
  return directory
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']

/** A route.ts for each path of the kit, with the methods that any of its applications has there. */
const writeKitRoutes = (appDirectory: string): void => {
  const all = [...routes, ...routePolicyCases.flatMap((each) => each.routes)]
  for (const path of new Set(all.map((route) => route.path))) {
    const methods = all.filter((route) => route.path === path).map(({ method }) => method)
    const names = METHODS.filter(
      (method) => method === 'OPTIONS' || methods.includes(method) || methods.includes('*'),
    )
    const folder = path === '/*' ? '/catch-all/[...path]' : path.replace(':id', '[id]')
    const up = '../'.repeat(folder.split('/').length)
    mkdirSync(join(appDirectory, folder), { recursive: true })
    writeFileSync(
      join(appDirectory, folder, 'route.ts'),
      `import { offer } from '${up}kit/handlers'\n\nexport const { ${names.join(', ')} } = offer('${path}')\n`,
    )
  }
}
