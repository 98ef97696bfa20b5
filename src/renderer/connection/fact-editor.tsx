/** A fact while it is changed: Enter keeps, Escape leaves it as it was. */
import { type ReactNode, useId, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'

export type FactEditorProps = {
  readonly name: string
  /** As it is kept. */
  readonly value: string
  readonly help: string
  readonly placeholder?: string
  /** @returns what is wrong with a text, a sentence */
  readonly findProblem: (text: string) => string | null
  /** Refused with a sentence. */
  readonly save: (text: string) => Promise<unknown>
  /** Of the text as it stands now. */
  readonly more?: (text: string) => ReactNode
  readonly onClose: () => void
}

export function FactEditor({ onClose, ...props }: FactEditorProps) {
  const { name, value, help, placeholder, findProblem, save, more } = props
  const { t } = useI18n()
  const id = useId()
  const [text, setText] = useState(value)
  const [problem, setProblem] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)
  const trimmed = text.trim()

  async function keep(): Promise<void> {
    const found = trimmed === value ? null : findProblem(trimmed)
    setProblem(found)
    if (found !== null || isSaving) return
    if (trimmed === value) return onClose()
    setSaving(true)
    try {
      await save(trimmed)
      onClose()
    } catch (fault) {
      setProblem(fault instanceof Error ? fault.message : String(fault))
      setSaving(false)
    }
  }

  return (
    <form
      className="fact-editor"
      onSubmit={(event) => {
        event.preventDefault()
        void keep()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        // It is meant for the field, and for nothing around it.
        event.stopPropagation()
        onClose()
      }}
    >
      <input
        className="text-field"
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed.
        autoFocus={true}
        type="text"
        dir="ltr"
        value={text}
        placeholder={placeholder}
        aria-label={name}
        aria-invalid={problem !== null}
        aria-describedby={`${id}-help`}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(null)
        }}
      />
      {problem !== null && (
        <span className="field-problem" role="alert">
          {problem}
        </span>
      )}
      <span id={`${id}-help`} className="fact-help">
        {help}
      </span>
      <span className="fact-actions">
        <button type="submit" className="button button-primary" disabled={isSaving}>
          {t('connection.save')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('connection.cancel')}
        </button>
      </span>
      {more?.(trimmed)}
    </form>
  )
}
