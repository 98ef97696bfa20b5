/** The buttons below a step. */
import { useI18n } from '../i18n/i18n-context.tsx'

type Props = {
  /** Of the button that goes on: it submits the step's form. */
  readonly word: string
  readonly isDisabled?: boolean
  readonly onBack?: () => void
  readonly onSkip?: () => void
}

export function WelcomeFooter({ word, isDisabled = false, onBack, onSkip }: Props) {
  const { t } = useI18n()
  return (
    <div className="welcome-footer">
      {onSkip !== undefined && (
        <button type="button" className="button button-quiet" onClick={onSkip}>
          {t('welcome.skip')}
        </button>
      )}
      {onBack !== undefined && (
        <button type="button" className="button" onClick={onBack}>
          {t('welcome.back')}
        </button>
      )}
      <button type="submit" className="button button-primary" disabled={isDisabled}>
        {word}
      </button>
    </div>
  )
}
