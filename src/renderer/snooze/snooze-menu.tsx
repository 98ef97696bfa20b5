/** Lets notifications come back later. */
import { AlarmClock, ChevronDown } from 'lucide-react'
import { type SnoozeChoice, snoozeChoices } from '../../contract/snooze.ts'
import { useI18n } from '../i18n/i18n-context.tsx'
import { useCommandKeys } from '../keyboard/use-command-keys.ts'
import { MenuButton } from '../menu/menu-button.tsx'

type Props = {
  readonly onChoose: (choice: SnoozeChoice) => void
  /** Opens by itself as soon as it turns true; told once that is done. */
  readonly isWanted: boolean
  readonly onWantedOpened: () => void
}

export function SnoozeMenu({ onChoose, isWanted, onWantedOpened }: Props) {
  const { t } = useI18n()
  const { key, aria } = useCommandKeys('snooze')
  const items = snoozeChoices.map((choice) => ({
    ...{ key: choice, word: t(`snooze.${choice}`) },
    onChoose: () => onChoose(choice),
  }))
  return (
    <MenuButton
      className="button"
      name={t('snooze.name')}
      title={t('snooze.hint', { key })}
      keyShortcut={aria}
      items={items}
      isWanted={isWanted}
      onWantedOpened={onWantedOpened}
    >
      <AlarmClock size={15} aria-hidden="true" />
      <span className="snooze-word">{t('snooze.name')}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </MenuButton>
  )
}
