/** Ends the wait for the next attempt. */
import { RotateCw } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore } from '../store/store-context.tsx'

export function RetryButton({ isUnderWay }: { readonly isUnderWay: boolean }) {
  const store = useStore()
  const { t } = useI18n()
  return (
    <button type="button" className="button" disabled={isUnderWay} onClick={() => store.run('retryNow', {})}>
      <RotateCw size={14} aria-hidden="true" />
      {t('connection.retry')}
    </button>
  )
}
