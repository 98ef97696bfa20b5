/**
 * Picks a row: over its badge, seen when the pointer is there and while rows are picked. Renders again only when it
 * changed: React writes the state of a checkbox anew each time.
 */
import { type ChangeEvent, memo } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'

type Props = {
  readonly rowId: number
  /** The row's name. */
  readonly name: string
  readonly isPicked: boolean
  readonly isTabStop: boolean
  readonly onToggle: (rowId: number) => void
  readonly onPickTo: (rowId: number) => void
}

export const RowCheck = memo(function RowCheck(props: Props) {
  const { rowId, name, isPicked, isTabStop, onToggle, onPickTo } = props
  const { t } = useI18n()
  const change = ({ nativeEvent }: ChangeEvent): void => {
    if (nativeEvent instanceof MouseEvent && nativeEvent.shiftKey) onPickTo(rowId)
    else onToggle(rowId)
  }
  return (
    <input
      type="checkbox"
      className="row-check"
      aria-label={t('list.row.select', { row: name })}
      checked={isPicked}
      tabIndex={isTabStop ? 0 : -1}
      onChange={change}
      onClick={(event) => event.stopPropagation()}
    />
  )
})
