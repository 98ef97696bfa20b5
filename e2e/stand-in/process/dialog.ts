/** The stand-in's dialogs: a user who takes what is suggested, chooses no file to open, and answers boxes when the test does. */
import type { Dialog, MessageBoxOptions } from 'electron'
import type { Desk } from './desk.ts'

export type DialogHandle = {
  /** Presses a button of an open box. @throws Error when there is no such box or button */
  answerBox(boxId: number, label: string): void
}

type OpenBox = { readonly buttons: readonly string[]; answer(button: number): void }

export function createDialog(desk: Desk): {
  readonly dialog: Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'>
  readonly handle: DialogHandle
} {
  const open = new Map<number, OpenBox>()

  const dialog: Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'> = {
    showSaveDialog: (...args: unknown[]) => {
      const options = args.at(-1) as { readonly defaultPath?: string } // the last argument of either form
      return Promise.resolve({ canceled: false, filePath: options.defaultPath ?? '' })
    },
    showOpenDialog: () => Promise.resolve({ canceled: true, filePaths: [] }),
    // With or without a parent it does not block on Linux (shell/browser/ui/message_box_gtk.cc, `RunAsynchronous`).
    showMessageBox: (...args: unknown[]) => {
      const { message, detail = '', buttons = ['OK'] } = args.at(-1) as MessageBoxOptions // as above
      const boxId = desk.nextId()
      const { promise, resolve } = Promise.withResolvers<number>()
      open.set(boxId, { buttons, answer: resolve })
      desk.report({ is: 'box-shown', box: { boxId, message, detail, buttons } })
      return promise.then((response) => ({ response, checkboxChecked: false }))
    },
  }

  const handle: DialogHandle = {
    answerBox(boxId, label) {
      const box = open.get(boxId)
      const button = box?.buttons.indexOf(label) ?? -1
      if (box === undefined || button < 0) throw new Error(`No box offers "${label}".`)
      open.delete(boxId)
      desk.report({ is: 'box-closed', boxId })
      box.answer(button)
    },
  }
  return { dialog, handle }
}
