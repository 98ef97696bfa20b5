/** The box that searches the settings. */
import { Search } from 'lucide-react'
import { useI18n } from '../i18n/i18n-context.tsx'

type Props = {
  readonly text: string
  readonly onChange: (text: string) => void
  /** What was found, for whoever does not see the list become shorter. */
  readonly found: string
}

export function SettingsSearch({ text, onChange, found }: Props) {
  const { t } = useI18n()
  return (
    <div className="settings-search">
      <Search size={15} aria-hidden="true" />
      <input
        type="search"
        className="text-field"
        aria-label={t('settings.search')}
        placeholder={t('settings.search')}
        value={text}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          // The first Escape empties the box, the second closes the dialog.
          if (event.key !== 'Escape' || text === '') return
          event.preventDefault()
          event.stopPropagation()
          onChange('')
        }}
      />
      <span className="visually-hidden" role="status">
        {found}
      </span>
    </div>
  )
}
