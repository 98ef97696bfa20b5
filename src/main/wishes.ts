/** What the user wants by a second start or by a link: done where it is harmless, asked about where it is not. */
import type { BrowserWindow, Dialog, MessageBoxOptions } from 'electron'
import type { SettingsChange } from '../contract/commands.ts'
import type { OpenTarget } from '../engine/engine.ts'
import { parseLink } from '../host/link.ts'
import { sourceHost } from '../host/source-address.ts'
import type { I18n } from '../i18n/create-i18n.ts'
import { say, type Wording } from '../i18n/wording.ts'
import type { HandOver } from './hand-over.ts'

export type WishesDeps = {
  readonly dialog: Pick<Dialog, 'showMessageBox'>
  i18n(): I18n
  open(target: OpenTarget | null): void
  /** The open window; boxes belong to it. */
  window(): BrowserWindow | null
  changeSettings(change: SettingsChange): void
  /** Whether that is the source of now. */
  isCurrentSource(source: string): boolean
}

export type Wishes = {
  /** @param handedOver null where it could not be understood: the window is shown at least */
  followSecondStart(handedOver: HandOver | null): void
  /** @param text anything: whoever makes a link can write what they like */
  openLink(text: string): void
}

export function createWishes(deps: WishesDeps): Wishes {
  /** A page that opens link after link gets one question on the screen. */
  let isAsking = false

  /** With its window before it: on macOS a box without one would block the whole process. */
  async function ask(options: MessageBoxOptions): Promise<number | null> {
    // Also for one that is not asked: the question that waits may lie behind other windows.
    deps.open(null)
    if (isAsking) return null
    isAsking = true
    try {
      const window = deps.window()
      if (window === null) return null
      return (await deps.dialog.showMessageBox(window, options)).response
    } finally {
      isAsking = false
    }
  }

  async function askForSource(source: string): Promise<void> {
    if (deps.isCurrentSource(source)) {
      deps.open(null)
      return
    }
    const { t } = deps.i18n()
    const host = sourceHost(source)
    const answer = await ask({
      ...{ type: 'question', title: 'Tocsin' },
      message: host === null ? t('desktop.source.ask.address') : t('desktop.source.ask', { host }),
      detail: `${source.slice(0, 300)}\n\n${t('desktop.source.explain')}`,
      // No is what Escape and Enter choose: nobody is to agree by chance.
      buttons: [t('desktop.source.use'), t('desktop.source.no')],
      ...{ defaultId: 1, cancelId: 1, noLink: true },
    })
    if (answer === 0) deps.changeSettings({ source })
  }

  async function tellProblem(problem: Wording): Promise<void> {
    const i18n = deps.i18n()
    const message = say(i18n, problem)
    await ask({ type: 'warning', title: 'Tocsin', message, buttons: [i18n.t('desktop.ok')], noLink: true })
  }

  function openLink(text: string): void {
    const link = parseLink(text)
    switch (link.kind) {
      case 'notification':
      case 'search':
        deps.open(link)
        break
      case 'source':
        void askForSource(link.url)
        break
      case 'bad':
        void tellProblem(link.problem)
    }
  }

  return {
    openLink,
    followSecondStart(handedOver) {
      if (handedOver === null) {
        deps.open(null)
        return
      }
      const { frequencySeconds, source, link, isHidden } = handedOver
      if (frequencySeconds !== null) deps.changeSettings({ frequencySeconds })
      if (source !== null) void askForSource(source)
      if (link !== null) openLink(link)
      if (source === null && link === null && !isHidden) deps.open(null)
    },
  }
}
