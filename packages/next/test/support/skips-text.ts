import type { Skip } from '@cors/conformance'
import { skips } from './skips.js'

type Version = keyof typeof skips

const versions: Readonly<Record<Version, string>> = { 'kit-16': '16.4.6', 'kit-15': '15.2.3' }

const names = {
  proxy: '`corsProxy` alone',
  handlers: '`withCors` alone',
  routes: '`withCors` beside `corsProxy`',
  pages: '`withCorsApi` alone',
} as const

/** The skips, as the README lists them: reason by reason, and for which version where not for both. */
export const skipsText = (): string =>
  Object.entries(names)
    .map(([mode, name]) => `${name}:\n\n${linesOf(mode as keyof typeof names).join('\n')}\n`)
    .join('\n')

const linesOf = (mode: keyof typeof names): readonly string[] => {
  const all = (Object.keys(versions) as Version[]).flatMap((version) =>
    skips[version][mode].map((skip) => ({ ...skip, version })),
  )
  return [...new Set(all.map(({ reason }) => reason))].map((reason) => {
    const here = all.filter((skip) => skip.reason === reason)
    const found = new Set(here.map(({ version }) => version))
    const only = found.size === 1 ? ` (${versions[here[0]?.version ?? 'kit-16']})` : ''
    return `- ${sentence(reason)}${only}: ${idsOf(here)}.`
  })
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const idsOf = (list: readonly Skip[]): string => [...new Set(list.map(({ id }) => `\`${id}\``))].join(', ')
