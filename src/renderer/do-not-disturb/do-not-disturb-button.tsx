/** Turns toasts off for a while, and says whether they are. */
import { Bell, BellOff } from 'lucide-react'
import { useCallback } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useCommandKeys } from '../keyboard/use-command-keys.ts'
import { MenuButton } from '../menu/menu-button.tsx'
import { useStore, useWindowState } from '../store/store-context.tsx'
import { offeredChoices } from './do-not-disturb-words.ts'
import { useQuietWords } from './use-quiet-words.ts'
import './do-not-disturb.css'

export function DoNotDisturbButton() {
  const store = useStore()
  const { t } = useI18n()
  const view = useWindowState(({ engine }) => engine?.doNotDisturb ?? null)
  const isReady = useWindowState(({ engine, host }) => engine !== null && host.kind === 'here')
  const isWanted = useWindowState(({ overlay }) => overlay === 'do-not-disturb')
  const keys = useCommandKeys('do-not-disturb')
  const words = useQuietWords()
  const wantedOpened = useCallback(() => store.overlay.closed('do-not-disturb'), [store])
  const isOn = view !== null
  const Icon = isOn ? BellOff : Bell
  const items = offeredChoices(view).map((choice) => ({
    ...{ key: choice, word: t(`do-not-disturb.choice.${choice}`) },
    onChoose: () => store.run('setDoNotDisturb', { choice }),
  }))
  return (
    <MenuButton
      className="icon-button do-not-disturb-button"
      name={t('do-not-disturb.title')}
      title={words ?? t('do-not-disturb.title')}
      note={words === null ? null : t('do-not-disturb.note', { words })}
      isOn={isOn}
      disabled={!isReady}
      items={items}
      keyShortcut={keys.aria}
      isWanted={isWanted}
      onWantedOpened={wantedOpened}
    >
      <Icon size={18} aria-hidden="true" />
    </MenuButton>
  )
}
