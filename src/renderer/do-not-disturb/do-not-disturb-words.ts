/** Do not disturb in words: why no toasts are shown, and until when. Pure. */
import {
  type DoNotDisturbChoice,
  type DoNotDisturbView,
  doNotDisturbChoices,
} from '../../contract/do-not-disturb.ts'
import type { I18n } from '../../i18n/create-i18n.ts'
import { untilWords } from '../time/moment-words.ts'

type Quiet = NonNullable<DoNotDisturbView>

/** @returns `Do not disturb until 14:30`, `Quiet hours until tomorrow, 7:00`; no full stop */
export function quietWords(i18n: I18n, { reason, until }: Quiet, nowMs: number): string {
  const { t } = i18n
  const end = until === null ? null : untilWords(i18n, until, nowMs)
  switch (reason) {
    case 'chosen':
      return end === null ? t('do-not-disturb.chosen') : t('do-not-disturb.chosen.until', { end })
    case 'quiet-hours':
      return end === null ? t('do-not-disturb.quiet-hours') : t('do-not-disturb.quiet-hours.until', { end })
    case 'system':
      return t('do-not-disturb.system')
  }
}

/** The computer's own is not ours to turn off. */
export const canTurnOff = (view: DoNotDisturbView): boolean => view !== null && view.reason !== 'system'

/** What is offered: `Turn off` first, and only where there is something to turn off. */
export function offeredChoices(view: DoNotDisturbView): readonly DoNotDisturbChoice[] {
  const others = doNotDisturbChoices.filter((choice) => choice !== 'off')
  return canTurnOff(view) ? ['off', ...others] : others
}
