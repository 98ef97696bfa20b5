import { expect, test } from 'vitest'
import type { Catalogue } from '../../i18n/catalogue.ts'
import { en } from '../../i18n/en.ts'
import { loadCatalogue } from '../../i18n/load-catalogue.ts'
import { createLanguageCell } from './language-cell.ts'

const silent = (problem: string): void => {
  throw new Error(problem)
}

test('the computer’s language is spoken when nothing else is chosen', async () => {
  const cell = createLanguageCell({ preferred: ['de-AT', 'en'], load: loadCatalogue, reportProblem: silent })
  let told = 0
  cell.subscribe(() => told++)
  await cell.choose('system')
  expect(cell.read().t('time.today')).toBe('Heute')
  expect(cell.read().formats.locale).toBe('de-AT')
  expect(told).toBe(1)
})

test('of two choices the later one counts, whichever is loaded first', async () => {
  const waiting = new Map<string, (catalogue: Catalogue) => void>()
  const load = (language: string): Promise<Catalogue> =>
    new Promise((resolve) => waiting.set(language, resolve))
  const cell = createLanguageCell({ preferred: [], load, reportProblem: silent })
  const both = Promise.all([cell.choose('de'), cell.choose('zh')])
  waiting.get('zh')?.(en)
  waiting.get('de')?.(en)
  await both
  expect(cell.read().language).toBe('zh')
})

test('where the texts cannot be loaded the language stays, and can be chosen again', async () => {
  const problems: string[] = []
  let isBroken = true
  const cell = createLanguageCell({
    preferred: [],
    load: (language) => (isBroken ? Promise.reject(new Error('offline')) : loadCatalogue(language)),
    reportProblem: (problem) => problems.push(problem),
  })
  await cell.choose('de')
  expect(cell.read().language).toBe('en')
  expect(problems).toEqual(['The texts of the language "de" could not be loaded: Error: offline'])
  isBroken = false
  await cell.choose('de')
  expect(cell.read().language).toBe('de')
})
