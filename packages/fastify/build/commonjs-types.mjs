// `require('@cors/fastify')` is the plugin itself, with everything else as its properties. Without this step the
// types would say that it is an object with a `default`, and TypeScript would refuse `app.register(cors)`.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../dist/index.d.cts', import.meta.url)
const imports = []
const members = []

const body = readFileSync(file, 'utf8').replace(
  /^export \{(.+?)\}(?: from '(.+?)')?;$/gm,
  (_, list, from) => {
    const names = list.split(',').map((member) => member.trim().replace(/^type /, ''))
    if (from === undefined) members.push(...names)
    else {
      imports.push(`import { ${names.map((name) => `${name} as ${name}_`).join(', ')} } from '${from}';`)
      members.push(...names.map((name) => `${name}_ as ${name}`))
    }
    return ''
  },
)

const isUnderstood = members.includes('cors as default') && !/^export /m.test(body) && imports.length > 0
if (!isUnderstood)
  throw new Error('dist/index.d.cts is not written as it used to be: look at it, and change this file.')

writeFileSync(
  file,
  `${imports.join('\n')}\n${body.trimEnd()}\n\ndeclare namespace cors {\n  export { ${members.join(', ')} };\n}\nexport = cors;\n`,
)
