/** Marks everything as read. */
import { CheckCheck } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { countMatching } from './list-filter.ts'

export function MarkAllButton() {
  const store = useStore()
  const { t } = useI18n()
  const hasUnread = useWindowState(
    ({ engine }) => engine !== null && countMatching(engine.counts, { isUnread: true }) > 0,
  )
  return (
    <button
      type="button"
      className="button button-quiet mark-all"
      disabled={!hasUnread}
      onClick={() => store.run('markAllAsRead', {})}
    >
      <CheckCheck size={16} aria-hidden="true" />
      {t('commands.mark-all-as-read')}
    </button>
  )
}
