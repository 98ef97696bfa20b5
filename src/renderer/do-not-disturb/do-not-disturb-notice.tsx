/** Says that no toasts are shown, why, and until when. */
import { BellOff } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { Notice } from '../notices/notice.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { canTurnOff } from './do-not-disturb-words.ts'
import { useQuietWords } from './use-quiet-words.ts'

export function DoNotDisturbNotice() {
  const store = useStore()
  const { t } = useI18n()
  const canEnd = useWindowState(({ engine }) => canTurnOff(engine?.doNotDisturb ?? null))
  const breaksThrough = useWindowState(({ engine }) => engine?.settings.errorsBreakThrough === true)
  const words = useQuietWords()
  if (words === null) return null
  const turnOff = (
    <button type="button" className="button" onClick={() => store.run('setDoNotDisturb', { choice: 'off' })}>
      {t('do-not-disturb.choice.off')}
    </button>
  )
  return (
    <Notice tone="neutral" icon={BellOff} {...(canEnd ? { action: turnOff } : {})}>
      {t(breaksThrough ? 'do-not-disturb.notice.errors' : 'do-not-disturb.notice.none', { words })}
    </Notice>
  )
}
