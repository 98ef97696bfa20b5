/** No sentence for people stands in the engine or the desktop host: all of them are in `src/i18n`, in every language. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')

/** For a terminal, which is spoken to in English; for whoever writes a window, or helps a user; for tests. */
const allowed = [
  ...['engine/history/data-lock.ts', 'engine/history/database.ts'],
  ...['engine/history/row-page.ts', 'engine/statistics/series-range.ts', 'main/ipc.ts'],
  ...['engine/diagnosis/judge-probe.ts', 'engine/diagnosis/try-storage.ts'],
  'engine/killed-engine.ts',
]

const filesOf = (folder: string): readonly string[] =>
  readdirSync(join(source, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((name) => name.endsWith('.ts') && !/(\.test|-under-test)\.ts$/.test(name))

/** What is thrown by its own class `Error` is a fault of ours, and its text for those who mend it. */
const forDevelopers = /\/\*[\s\S]*?\*\/|^\s*\/\/[^\n]*$|new Error\([^)]*\)/gm
const literal = /'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/g
/** Four words, the first of them as a sentence begins. */
const sentence = /^.[“"]?[A-Z][a-z]*(?: [\w'’"“”(){}$.:,-]+){3}/

function sentencesIn(file: string): readonly string[] {
  const code = readFileSync(join(source, file), 'utf8').replaceAll(forDevelopers, '')
  return (code.match(literal) ?? []).filter((text) => sentence.test(text)).map((text) => `${file}: ${text}`)
}

test('what people read is in the catalogues', () => {
  const files = [...filesOf('engine'), ...filesOf('main')].filter((file) => !allowed.includes(file))
  expect(files.length).toBeGreaterThan(200)
  expect(files.flatMap(sentencesIn)).toEqual([])
})

test('each exception is one still', () => {
  expect(allowed.filter((file) => sentencesIn(file).length === 0)).toEqual([])
})
