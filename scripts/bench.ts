/** `npm run bench [name …]`: runs the benchmarks in `bench`, all of them or those named. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '..', 'bench')
const wished = process.argv.slice(2)
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replace(/\.ts$/, ''))

for (const name of names.filter((each) => wished.length === 0 || wished.includes(each))) {
  console.log(`\n# ${name}`)
  const { status } = spawnSync(process.execPath, [join(folder, `${name}.ts`)], { stdio: 'inherit' })
  if (status !== 0) process.exitCode = 1
}
