import { expect, it } from 'vitest'
import { preferredLanguages } from './preferred-languages.ts'

it.each([
  [{ LANG: 'de_CH.UTF-8' }, ['de-CH']],
  [{ LANG: 'de_DE', LC_MESSAGES: 'zh_CN.UTF-8' }, ['zh-CN']],
  [{ LANG: 'de_DE', LC_MESSAGES: 'zh_CN', LC_ALL: 'en_GB@euro' }, ['en-GB']],
  [{ LANG: 'de', LC_ALL: '' }, ['de']],
  [{ LANG: 'C.UTF-8' }, []],
  [{ LC_ALL: 'POSIX', LANG: 'de_DE' }, []],
  [{}, ['fr-FR']],
])('the environment %o asks for %j', (environment, languages) => {
  expect(preferredLanguages(environment, () => 'fr-FR')).toEqual(languages)
})
