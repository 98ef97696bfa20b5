/** How many rows are picked, and what can be done with all of them. */
import { Check, type LucideIcon, Pin, PinOff, Trash2, X } from 'lucide-react'
import { areAllPinned } from '../commands/row-commands.ts'
import { targetIds } from '../commands/target-rows.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useCommandKeys } from '../keyboard/use-command-keys.ts'
import { SnoozeMenu } from '../snooze/snooze-menu.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import './pick-bar.css'

export function PickBar() {
  const { t } = useI18n()
  const count = useWindowState(({ picks }) => picks.rowIds.size)
  return (
    <>
      <p className="visually-hidden" aria-live="polite">
        {count > 0 && t('list.selected', { count })}
      </p>
      {count > 0 && <Bar count={count} />}
    </>
  )
}

function Bar({ count }: { readonly count: number }) {
  const { cell, rows, picks } = useStore()
  const { t } = useI18n()
  const areOn = useWindowState(areAllPinned)
  const isSnoozeWanted = useWindowState((state) => state.picks.isSnoozeWanted)
  const endKey = useCommandKeys('end-selection')
  const ids = (): readonly number[] => targetIds(cell.read())
  return (
    <fieldset className="pick-bar" aria-label={t('list.selected.tools')}>
      <span className="pick-count" aria-hidden="true">
        {t('list.selected', { count })}
      </span>
      <PickButton
        command="mark-as-read"
        icon={Check}
        word={t('commands.mark-as-read')}
        onClick={() => rows.markAsRead(ids())}
      />
      <PickButton
        command="pin"
        icon={areOn ? PinOff : Pin}
        word={t(areOn ? 'commands.pin.off' : 'commands.pin.on')}
        onClick={() => rows.setPinned(ids(), !areOn)}
      />
      <SnoozeMenu
        onChoose={(choice) => rows.snooze(ids(), choice)}
        isWanted={isSnoozeWanted}
        onWantedOpened={picks.snoozeMenuOpened}
      />
      <PickButton
        command="delete"
        icon={Trash2}
        word={t('commands.delete')}
        onClick={() => rows.remove(ids(), { keepOpen: true })}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={t('commands.end-selection')}
        title={t('list.selected.hint', { word: t('commands.end-selection'), key: endKey.key })}
        onClick={() => void picks.end()}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </fieldset>
  )
}

type PickButtonProps = {
  readonly command: string
  readonly icon: LucideIcon
  readonly word: string
  readonly onClick: () => void
}

/** Where there is little room its word is only heard, and seen by a pointer that rests. */
function PickButton({ command, icon: Icon, word, onClick }: PickButtonProps) {
  const { t } = useI18n()
  const { key, aria } = useCommandKeys(command)
  return (
    <button
      type="button"
      className="button"
      title={t('list.selected.hint', { word, key })}
      aria-keyshortcuts={aria}
      onClick={onClick}
    >
      <Icon size={15} aria-hidden="true" />
      <span className="pick-word">{word}</span>
    </button>
  )
}
