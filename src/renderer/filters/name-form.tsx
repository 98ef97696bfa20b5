/** Asks for a name in place: Enter takes it, Escape leaves it. */
import { Check, X } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { nameLimit } from './saved-searches.ts'
import './name-form.css'

type Props = {
  readonly proposed: string
  readonly onName: (name: string) => void
  readonly onCancel: () => void
}

export function NameForm({ proposed, onName, onCancel }: Props) {
  const { t } = useI18n()
  const [name, setName] = useState(proposed)
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => box.current?.select(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') onName(name.trim())
  }
  const leave = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onCancel()
  }
  return (
    <form className="name-form" onSubmit={submit} onKeyDown={leave}>
      <input
        ref={box}
        type="text"
        className="name-input"
        aria-label={t('filters.saved.name')}
        dir="auto"
        maxLength={nameLimit}
        autoComplete="off"
        spellCheck={false}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <button
        type="submit"
        className="icon-button"
        aria-label={t('filters.saved.save')}
        title={t('filters.saved.save')}
        disabled={name.trim() === ''}
      >
        <Check size={16} aria-hidden="true" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t('filters.saved.cancel')}
        title={t('filters.saved.cancel')}
        onClick={onCancel}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </form>
  )
}
