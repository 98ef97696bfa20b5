import { globSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import type { TSchema } from 'typebox'
import { Guard } from 'typebox/guard'
import { Check } from 'typebox/value'
import { expect, test } from 'vitest'
import { arbitraryValue, nearly } from './arbitrary-value.ts'
import { type SchemaChecks, writeChecks } from './schema-checks.ts'
import { schemasIn } from './schema-module.ts'

const contract = join(import.meta.dirname, '..', '..', 'src', 'contract')

async function contractSchemas(): Promise<readonly TSchema[]> {
  const files = globSync(join(contract, '*.ts')).filter((file) => !file.endsWith('.test.ts'))
  const modules: readonly Readonly<Record<string, unknown>>[] = await Promise.all(
    files.map((file) => import(file)),
  )
  return modules.flatMap(schemasIn)
}

type Checker = (value: unknown) => boolean

/** The written checks, run as a page would run them, by the name of each. */
function run({ modules }: SchemaChecks): Readonly<Record<string, Checker>> {
  const lines = [...modules.values()].flatMap((code) => code.split('\n'))
  const declared = new Set(lines.filter((line) => !line.startsWith('import ')))
  const names = [...declared].flatMap((line) => /^export const (\w+)/.exec(line)?.[1] ?? [])
  const body = [...declared].map((line) => line.replace(/^export /, '')).join('\n')
  return new Function('Guard', `${body}\nreturn { ${names.join(', ')} }`)(Guard)
}

test('what is checked ahead is what typebox checks, for values that are right and values that are nearly so', async () => {
  const schemas = await contractSchemas()
  const checks = writeChecks(schemas)
  const checkers = run(checks)
  let [rightCount, wrongCount] = [0, 0]
  for (const schema of new Set(schemas)) {
    const checker = checkers[checks.nameFor(schema)]
    const isRight = (value: unknown): void => {
      const wanted = Check(schema, value)
      expect({ value, isRight: checker?.(value) }).toEqual({ value, isRight: wanted })
      if (wanted) rightCount++
      else wrongCount++
    }
    fc.assert(fc.property(arbitraryValue(schema), isRight), { numRuns: 3 })
    fc.assert(fc.property(arbitraryValue(schema).chain(nearly), isRight), { numRuns: 12 })
  }
  expect(Math.min(rightCount, wrongCount)).toBeGreaterThan(200)
})
