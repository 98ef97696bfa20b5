/** Lets the open notification come back later. */
import { AlarmClock, ChevronDown } from 'lucide-react'
import { snoozeChoices, snoozeLabels } from '../../contract/snooze.ts'
import { MenuButton } from '../menu/menu-button.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'

export function SnoozeMenu({ rowId }: { readonly rowId: number }) {
  const store = useStore()
  const isWanted = useWindowState(({ place }) => place.snoozeMenuFor === rowId)
  const items = snoozeChoices.map((choice) => ({
    ...{ key: choice, word: snoozeLabels[choice] },
    onChoose: () => store.run('snooze', { rowIds: [rowId], choice }),
  }))
  return (
    <MenuButton
      className="button"
      name="Snooze"
      title="It comes back as a toast (s)"
      keyShortcut="s"
      items={items}
      isWanted={isWanted}
      onWantedOpened={store.place.snoozeMenuOpened}
    >
      <AlarmClock size={15} aria-hidden="true" />
      Snooze
      <ChevronDown size={14} aria-hidden="true" />
    </MenuButton>
  )
}
