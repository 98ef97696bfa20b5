/** One that repeats itself: its title opens the newest of them, its button mutes them all. */
import { BellOff, BellRing } from 'lucide-react'
import type { NoiseReport } from '../../contract/noise-report.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import { useStore } from '../store/store-context.tsx'
import { displayLine } from '../text/display-text.ts'

type Props = {
  readonly item: NoiseReport['items'][number]
  readonly isMuted: boolean
  readonly onToggle: () => void
}

export function NoiseItem({ item, isMuted, onToggle }: Props) {
  const { t, formats } = useI18n()
  const store = useStore()
  const title = displayLine(item.title, t('statistics.noise.untitled'))
  const { count, unreadCount } = item
  const open = (): void => {
    store.place.show('notifications')
    store.selection.select(item.newestRowId, { open: true, reveal: true })
  }
  return (
    <li className="noise-item" data-muted={isMuted}>
      <TypeIcon type={item.type} size={14} />
      <div className="noise-words">
        <button type="button" className="link-button noise-title" onClick={open}>
          <bdi>{title}</bdi>
        </button>
        <span className="figure-help">
          {unreadCount === 0
            ? t('statistics.noise.count.read', { count })
            : t('statistics.noise.count', { count, unread: formats.number(unreadCount) })}
          {isMuted && <span className="noise-muted">{t('statistics.noise.muted')}</span>}
        </span>
      </div>
      <button
        type="button"
        className="button"
        title={t(isMuted ? 'statistics.noise.unmute.title' : 'statistics.noise.mute.title', { title })}
        onClick={onToggle}
      >
        {isMuted ? <BellRing size={14} aria-hidden="true" /> : <BellOff size={14} aria-hidden="true" />}
        {t(isMuted ? 'statistics.noise.unmute' : 'statistics.noise.mute')}
      </button>
    </li>
  )
}
