/** How to turn toasts on where the browser forbids them. */
import { useWindowState } from '../store/store-context.tsx'
import { askForToasts, useToastPermission } from './toast-permission.ts'

export function ToastPermissionHelp() {
  const isPage = useWindowState(({ engine }) => engine?.capabilities.toasts === 'page')
  const permission = useToastPermission()
  if (!isPage || permission === 'granted') return null
  if (permission === 'default') {
    return (
      <p className="setting-help setting-aside">
        Your browser has not been asked yet.{' '}
        <button type="button" className="link-button" onClick={() => void askForToasts()}>
          Allow toasts
        </button>
      </p>
    )
  }
  return (
    <p className="setting-help setting-aside">
      {permission === 'denied'
        ? 'Your browser forbids them for this page. To turn them on, click the icon at the left of the address, and allow notifications.'
        : 'This browser cannot show them.'}
    </p>
  )
}
