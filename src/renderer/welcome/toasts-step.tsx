/** The second step: whether toasts may be shown, and one to try it with. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { TestNotification } from '../settings/test-notification.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { useToastPermission } from '../toasts/toast-permission.ts'
import { ToastPermissionHelp } from '../toasts/toast-permission-help.tsx'
import { WelcomeFooter } from './welcome-footer.tsx'

type Props = { readonly onNext: () => void; readonly onBack: () => void; readonly onSkip: () => void }

export function ToastsStep({ onNext, onBack, onSkip }: Props) {
  const { t } = useI18n()
  const isPage = useWindowState(({ engine }) => engine?.capabilities.toasts === 'page')
  const permission = useToastPermission()
  const canTry = !isPage || permission === 'granted'
  return (
    <form
      className="welcome-step"
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <h2 tabIndex={-1}>{t('welcome.toasts.title')}</h2>
      <p>{t(isPage ? 'welcome.toasts.page' : 'welcome.toasts.help')}</p>
      <ToastPermissionHelp />
      {canTry && <TestNotification />}
      <WelcomeFooter word={t('welcome.next')} onBack={onBack} onSkip={onSkip} />
    </form>
  )
}
