/** The stand-in's file dialogs: a user who takes what is suggested, and chooses no file to open. */
import type { Dialog } from 'electron'

export const dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'> = {
  showSaveDialog: (...args: unknown[]) => {
    const options = args.at(-1) as { readonly defaultPath?: string } // the last argument of either form
    return Promise.resolve({ canceled: false, filePath: options.defaultPath ?? '' })
  },
  showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
}
