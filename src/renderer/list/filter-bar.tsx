/** Chooses what the list shows: all or unread, and one type or every type. */
import type { Filter } from '../../contract/commands.ts'
import { notificationTypes } from '../../protocol/notification-type.ts'
import { TypeIcon } from '../notification-type/type-icon.tsx'
import { typeWords } from '../notification-type/type-word.ts'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { countMatching, toggleType } from './list-filter.ts'
import './filter-bar.css'

export function FilterBar() {
  const store = useStore()
  const filter = useWindowState((state) => state.list.filter)
  const unread = useWindowState(({ engine }) =>
    engine === null ? 0 : countMatching(engine.counts, { isUnread: true }),
  )
  const set = store.list.setFilter
  const { isUnread: _isUnread, ...anyReadState } = filter
  return (
    <fieldset className="filter-bar" aria-label="Filter">
      <div className="segments">
        <FilterButton isOn={filter.isUnread !== true} onClick={() => set(anyReadState)}>
          All
        </FilterButton>
        <FilterButton isOn={filter.isUnread === true} onClick={() => set({ ...filter, isUnread: true })}>
          Unread {unread > 0 && <span className="filter-count">{unread}</span>}
        </FilterButton>
      </div>
      <div className="type-filters">
        {notificationTypes.map((type) => (
          <TypeFilter key={type} type={type} filter={filter} onChoose={set} />
        ))}
      </div>
    </fieldset>
  )
}

type FilterButtonProps = {
  readonly isOn: boolean
  readonly onClick: () => void
  readonly children: React.ReactNode
}

function FilterButton({ isOn, onClick, children }: FilterButtonProps) {
  return (
    <button type="button" className="segment" aria-pressed={isOn} onClick={onClick}>
      {children}
    </button>
  )
}

type TypeFilterProps = {
  readonly type: NonNullable<Filter['type']>
  readonly filter: Filter
  readonly onChoose: (filter: Filter) => void
}

function TypeFilter({ type, filter, onChoose }: TypeFilterProps) {
  return (
    <button
      type="button"
      className="type-filter"
      aria-pressed={filter.type === type}
      onClick={() => onChoose(toggleType(filter, type))}
    >
      <TypeIcon type={type} size={14} />
      {typeWords[type]}
    </button>
  )
}
