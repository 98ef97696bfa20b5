/** A fact that can be changed where it stands. */
import { type ReactNode, useRef, useState } from 'react'
import { useI18n } from '../i18n/i18n-context.tsx'
import { FactEditor, type FactEditorProps } from './fact-editor.tsx'

type Props = Omit<FactEditorProps, 'onClose'> & {
  /** As it is shown while it is not changed. */
  readonly shown: ReactNode
  readonly note?: string | null
}

export function EditableFact(props: Props) {
  const { name, shown, note = null } = props
  const { t } = useI18n()
  const [isEdited, setEdited] = useState(false)
  const change = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setEdited(false)
    // Once it is there again.
    requestAnimationFrame(() => change.current?.focus())
  }
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {isEdited ? (
          <FactEditor {...props} onClose={close} />
        ) : (
          <>
            <span className="fact-line">
              {shown}
              <button
                ref={change}
                type="button"
                className="link-button"
                aria-label={t('connection.change.what', { what: name })}
                onClick={() => setEdited(true)}
              >
                {t('connection.change')}
              </button>
            </span>
            {note !== null && <span className="fact-help">{note}</span>}
          </>
        )}
      </dd>
    </div>
  )
}
