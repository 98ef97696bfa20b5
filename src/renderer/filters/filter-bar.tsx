/** Chooses what the list shows where no sidebar does: all, unread or pinned, and one type or every type. */
import { notificationTypes } from '../../protocol/notification-type.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { countMatching, toggleType } from '../list/list-filter.ts'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { stateNames, stateOf, withState } from './filter-choice.ts'
import './filter-bar.css'

export function FilterBar() {
  const { t, formats } = useI18n()
  const { list } = useStore()
  const filter = useWindowState((state) => state.list.filter)
  const unread = useWindowState(({ engine }) =>
    engine === null ? 0 : countMatching(engine.counts, { isUnread: true }),
  )
  return (
    <fieldset className="filter-bar" aria-label={t('filters.bar')}>
      <div className="segments">
        {stateNames.map((state) => (
          <button
            key={state}
            type="button"
            className="segment"
            aria-pressed={stateOf(filter) === state}
            onClick={() => list.setFilter(withState(filter, state))}
          >
            {t(`filters.${state}`)}
            {state === 'unread' && unread > 0 && (
              <>
                {' '}
                <span className="filter-count">{formats.number(unread)}</span>
              </>
            )}
          </button>
        ))}
      </div>
      <div className="type-filters">
        {notificationTypes.map((type) => (
          <button
            key={type}
            type="button"
            className="type-filter"
            aria-pressed={filter.type === type}
            onClick={() => list.setFilter(toggleType(filter, type))}
          >
            <TypeIcon type={type} size={14} />
            {t(`types.${type}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
