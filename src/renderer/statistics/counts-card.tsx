/** Counts by type and by read state. A type's name filters the list by it. */
import type { Counts } from '../../contract/snapshot.ts'
import { type NotificationType, notificationTypes } from '../../protocol/notification-type.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { countMatching, noFilter, toggleType } from '../list/list-filter.ts'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { GroupedCount } from './grouped-count.tsx'

const nothing = { total: 0, unread: 0 }
const noCounts: Counts = { info: nothing, warning: nothing, error: nothing, success: nothing }

export function CountsCard() {
  const { t } = useI18n()
  const counts = useWindowState(({ engine }) => engine?.counts ?? noCounts)
  return (
    <div className="card counts">
      <h2 className="card-title">{t('statistics.title')}</h2>
      <dl className="read-counts">
        <Count
          term={t('statistics.unread')}
          count={countMatching(counts, { isUnread: true })}
          isStrong={true}
        />
        <Count term={t('statistics.read')} count={countMatching(counts, { isUnread: false })} />
        <Count term={t('statistics.total')} count={countMatching(counts, noFilter)} />
      </dl>
      <div className="share-bar" aria-hidden="true">
        {notificationTypes.map((type) => (
          <span key={type} data-type={type} style={{ flexGrow: counts[type].total }} />
        ))}
      </div>
      <dl className="type-counts">
        {notificationTypes.map((type) => (
          <TypeCount key={type} type={type} count={counts[type].total} />
        ))}
      </dl>
    </div>
  )
}

type CountProps = { readonly term: string; readonly count: number; readonly isStrong?: boolean }

function Count({ term, count, isStrong = false }: CountProps) {
  return (
    <div className="read-count" data-strong={isStrong}>
      <dt>{term}</dt>
      <dd>
        <GroupedCount count={count} />
      </dd>
    </div>
  )
}

type TypeCountProps = { readonly type: NotificationType; readonly count: number }

function TypeCount({ type, count }: TypeCountProps) {
  const store = useStore()
  const { t } = useI18n()
  const filter = useWindowState((state) => state.list.filter)
  return (
    <div className="type-count" data-type={type} data-chosen={filter.type === type}>
      <dt>
        <button
          type="button"
          aria-pressed={filter.type === type}
          title={t('statistics.type.show')}
          onClick={() => store.list.setFilter(toggleType(filter, type))}
        >
          <TypeIcon type={type} size={14} />
          {t(`statistics.type.${type}`)}
        </button>
      </dt>
      <dd className="type-number">
        <GroupedCount count={count} />
      </dd>
    </div>
  )
}
