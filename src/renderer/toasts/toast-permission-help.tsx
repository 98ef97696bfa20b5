/** How to turn toasts on where the browser forbids them. */
import { useI18n } from '../i18n/i18n-context.tsx'
import { useWindowState } from '../store/store-context.tsx'
import { askForToasts, useToastPermission } from './toast-permission.ts'

export function ToastPermissionHelp() {
  const isPage = useWindowState(({ engine }) => engine?.capabilities.toasts === 'page')
  const permission = useToastPermission()
  const { t } = useI18n()
  if (!isPage || permission === 'granted') return null
  if (permission === 'default') {
    return (
      <p className="setting-help setting-aside">
        {t('toasts.permission.not-asked')}{' '}
        <button type="button" className="link-button" onClick={() => void askForToasts()}>
          {t('toasts.allow')}
        </button>
      </p>
    )
  }
  return (
    <p className="setting-help setting-aside">
      {t(permission === 'denied' ? 'toasts.permission.denied' : 'toasts.permission.unsupported')}
    </p>
  )
}
