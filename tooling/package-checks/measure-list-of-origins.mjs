// Prints what a literal list of 200 origins costs a compiler, compared with the same list of unknown texts. Without
// it "no measurable time" would be an opinion. It reads the built core of this repository.
//
//   node tooling/package-checks/measure-list-of-origins.mjs [runs]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const { resolve } = createRequire(import.meta.url)
const runs = Number(process.argv[2] ?? 5)
const core = fileURLToPath(new URL('../../packages/core', import.meta.url))

const list = Array.from(
  { length: 200 },
  (_, index) => `'https://tenant-${index}.customers.example.com'`,
).join(',\n')
const programs = {
  checked: `createCorsPolicy({ origins: [${list}], credentials: true })`,
  unchecked: `const origins: readonly string[] = [${list}]\ncreateCorsPolicy({ origins, credentials: true })`,
}

const folder = mkdtempSync(join(tmpdir(), 'list-of-origins-'))
mkdirSync(join(folder, 'node_modules/@cors'), { recursive: true })
symlinkSync(core, join(folder, 'node_modules/@cors/core'))
for (const [name, text] of Object.entries(programs)) {
  writeFileSync(join(folder, `${name}.mts`), `import { createCorsPolicy } from '@cors/core'\n${text}\n`)
}

const options =
  '--strict --noEmit --skipLibCheck --module nodenext --target es2022 --extendedDiagnostics'.split(' ')
const measure = (compiler, name) => {
  const tsc = join(resolve(`${compiler}/package.json`), '../bin/tsc')
  const output = execFileSync(process.execPath, [tsc, ...options, `${name}.mts`], {
    cwd: folder,
    encoding: 'utf8',
  })
  const read = (what) => Number(new RegExp(`^${what}:\\s+([\\d.]+)`, 'm').exec(output)?.[1])
  return { instantiations: read('Instantiations'), check: read('Check time') }
}
const median = (numbers) => numbers.sort((left, right) => left - right)[Math.floor(numbers.length / 2)]

for (const compiler of ['typescript-5.9', 'typescript-6.0', 'typescript-7.0']) {
  for (const name of Object.keys(programs)) {
    const measured = Array.from({ length: runs }, () => measure(compiler, name))
    const check = median(measured.map((each) => each.check))
    console.log(
      `${compiler}  ${name.padEnd(9)}  ${measured[0].instantiations} instantiations, ${check} s of check time`,
    )
  }
}
rmSync(folder, { recursive: true })
