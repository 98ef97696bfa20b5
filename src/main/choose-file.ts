/** Lets the user choose a file, by the system's own dialogs. */
import type { Dialog } from 'electron'
import type { ChooseFile } from '../engine/engine.ts'

export type ChooseFileDeps = {
  readonly dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>
  /** Where the dialog begins: a path for a suggested name. */
  defaultPath(name: string): string
}

export function createFileChooser({ dialog, defaultPath }: ChooseFileDeps): ChooseFile {
  return {
    async forExport(suggestedName) {
      const { canceled, filePath } = await dialog.showSaveDialog({
        title: 'Export notifications',
        defaultPath: defaultPath(suggestedName),
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      })
      return canceled || filePath === '' ? null : filePath
    },
    async forImport() {
      const { canceled, filePaths } = await dialog.showOpenDialog({
        title: 'Import notifications',
        properties: ['openFile'],
        filters: [
          { name: 'JSON Lines', extensions: ['jsonl', 'ndjson', 'json'] },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      return canceled ? null : (filePaths[0] ?? null)
    },
  }
}
