/** Turns toasts off for a while, and says whether they are. */
import { Bell, BellOff } from 'lucide-react'
import { doNotDisturbLabels } from '../../contract/do-not-disturb.ts'
import { MenuButton } from '../menu/menu-button.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { offeredChoices } from './do-not-disturb-words.ts'
import { useQuietWords } from './use-quiet-words.ts'
import './do-not-disturb.css'

export function DoNotDisturbButton() {
  const store = useStore()
  const view = useWindowState(({ engine }) => engine?.doNotDisturb ?? null)
  const isReady = useWindowState(({ engine, host }) => engine !== null && host.kind === 'here')
  const words = useQuietWords()
  const isOn = view !== null
  const Icon = isOn ? BellOff : Bell
  const items = offeredChoices(view).map((choice) => ({
    ...{ key: choice, word: doNotDisturbLabels[choice] },
    onChoose: () => store.run('setDoNotDisturb', { choice }),
  }))
  return (
    <MenuButton
      className="icon-button do-not-disturb-button"
      name="Do not disturb"
      title={words ?? 'Do not disturb'}
      note={words === null ? null : `${words}.`}
      isOn={isOn}
      disabled={!isReady}
      items={items}
    >
      <Icon size={18} aria-hidden="true" />
    </MenuButton>
  )
}
