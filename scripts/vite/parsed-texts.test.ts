import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { isHostSection } from '../../src/i18n/host-sections.ts'

const source = join(import.meta.dirname, '..', '..', 'src')

test('the window says no text of a section that its build leaves out', () => {
  const said = globSync(join(source, 'renderer', '**', '*.{ts,tsx}')).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/['`]([a-z-]+)\.[a-z$]/g)].map(([, section = '']) => section),
  )
  expect(said.length).toBeGreaterThan(100)
  expect(said.filter((section) => isHostSection(section))).toEqual([])
})

test('each key begins with the name of its section’s file', async () => {
  for (const file of globSync(join(source, 'i18n', 'en', '*.ts'))) {
    const section = basename(file, '.ts')
    const exported: Readonly<Record<string, object>> = await import(file)
    const keys = Object.values(exported).flatMap((texts) => Object.keys(texts))
    expect(keys.filter((key) => !key.startsWith(`${section}.`))).toEqual([])
  }
})
