/** Lets the user choose a file, by the system's own dialogs. */
import type { Dialog, FileFilter } from 'electron'
import type { ChooseFile, FileContent } from '../engine/engine.ts'
import type { I18n } from '../i18n/create-i18n.ts'

export type ChooseFileDeps = {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  /** Where the dialog begins: a path for a suggested name. */
  defaultPath(name: string): string
  i18n(): I18n
}

const importable: Readonly<Record<FileContent, FileFilter>> = {
  notifications: { name: 'JSON Lines', extensions: ['jsonl', 'ndjson', 'json'] },
  settings: { name: 'JSON', extensions: ['json'] },
}

export function createFileChooser({ dialog, defaultPath, i18n }: ChooseFileDeps): ChooseFile {
  return {
    async forExport(suggestedName, content) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: i18n().t(`desktop.export.${content}`),
        defaultPath: defaultPath(suggestedName),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return canceled || filePath === '' ? null : filePath
    },
    async forImport(content) {
      const { t } = i18n()
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: t(`desktop.import.${content}`),
        properties: ['openFile'],
        filters: [importable[content], { name: t('desktop.all-files'), extensions: ['*'] }],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}
