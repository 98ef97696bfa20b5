import { expect, it } from 'vitest'
import { english } from '../i18n/i18n-under-test.ts'
import { createFileChooser } from './choose-file.ts'

/** A user who chooses this, or nothing. */
function choosing(path: string | null) {
  const asked: unknown[] = []
  const canceled = path === null
  const files = createFileChooser({
    defaultPath: (name) => `/home/${name}`,
    i18n: () => english,
    dialog: {
      async showSaveDialog(...[options]: readonly unknown[]) {
        asked.push(options)
        return { canceled, filePath: path ?? '' }
      },
      async showOpenDialog(...[options]: readonly unknown[]) {
        asked.push(options)
        return { canceled, filePaths: path === null ? [] : [path] }
      },
    },
  })
  return { files, asked }
}

it('asks for a file of what is meant', async () => {
  const { files, asked } = choosing('/chosen')
  expect(await files.forExport('a.json', 'settings')).toBe('/chosen')
  expect(await files.forImport('settings')).toBe('/chosen')
  expect(await files.forImport('notifications')).toBe('/chosen')
  expect(asked).toMatchObject([
    { title: 'Export settings', defaultPath: '/home/a.json' },
    { title: 'Import settings', filters: [{ extensions: ['json'] }, { extensions: ['*'] }] },
    { title: 'Import notifications', filters: [{ name: 'JSON Lines' }, { name: 'All files' }] },
  ])
})

it('takes none for none', async () => {
  const { files } = choosing(null)
  expect(await files.forExport('a.csv', 'notifications')).toBeNull()
  expect(await files.forImport('settings')).toBeNull()
})
